package org.demarche.signing.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** From the form to being counted: look in your mail, confirm, done. Other languages: {@code messages/confirm_*.properties}. */
@MessageBundle("confirm")
public interface ConfirmMessages {

    @Message("Please look in your mail")
    String mailTitle();

    @Message(
            "If this address can sign, a message from {sender} is on its way. Open it and press the one button on the page it leads to. Only then are you counted.")
    String mailLead(String sender);

    @Message("No mail leaves this machine yet: no relay is set. The message is in the local mailbox.")
    String localMailbox();

    @Message("Open the local mailbox")
    String localMailboxLink();

    @Message("If nothing comes within ten minutes")
    String nothingComes();

    @Message("Look in the folder for spam or junk mail. The subject begins “{subject}”.")
    String lookInSpam(String subject);

    @Message("Check the address for a slip, then sign again. Signing twice never counts twice.")
    String signAgain();

    @Message("If your mail provider blocks us, write to {mail}.")
    String askUs(String mail);

    @Message("Back to the form")
    String againLink();

    @Message(
            "The link works for seven days. If you do nothing, what you entered is erased after that, and nobody is told.")
    String sevenDays();

    @Message("Why this page says “if”")
    String whyIf();

    @Message("It is the same for everyone. Nobody can use it to find out whether a certain person has signed.")
    String whyIfText();

    @Message("Using a shared computer?")
    String shared();

    @Message(
            "You can close this window now. Our site stores nothing about your signature on this device; the browser itself may remember what you typed.")
    String sharedText();

    @Message("Confirm your signature")
    String title();

    @Message("Confirm your letter")
    String titleLetter();

    @Message(
            "Please look once more at what will be counted and shown. You are counted when you press the button, and not before.")
    String lead();

    @Message(
            "Please look once more at what will be sent and shown. Your letter goes no further until you press the button.")
    String leadLetter();

    @Message("Confirm my signature")
    String button();

    @Message("Confirm my letter")
    String buttonLetter();

    @Message(
            "If it was not you who signed, close this page and do nothing. What was entered is erased after seven days.")
    String notYou();

    @Message("Letter")
    String letter();

    @Message("Goes to")
    String goesTo();

    @Message("By")
    String by();

    @Message("Your name")
    String nameLabel();

    @Message("The missions see")
    String missionsSee();

    @Message("no line; you are in the total only")
    String noLine();

    @Message("Public page")
    String publicPage();

    @Message("named")
    String named();

    @Message("not named")
    String notNamed();

    @Message("News")
    String news();

    @Message("a few times a year")
    String newsYes();

    @Message("none")
    String newsNo();

    @Message("You can still change what the missions see after you have confirmed, until the list closes.")
    String changeLater();

    @Message("You are counted")
    String doneTitle();

    @Message(
            "Thank you. Your signature is confirmed and counted. {#if day}On {day} it will be carried to the missions.{#else}It will be carried to the missions.{/if} How each of them received it will be told on the page of the letter.")
    String doneLead(String day);

    @Message("Your letter is confirmed")
    String doneLetterTitle();

    @Message(
            "Thank you. It now waits for its turn to be sent. It is called accepted only when somebody has taken it, and your own page tells you how far it has come.")
    String doneLetterLead();

    @Message("Thank you. Your letter is ready. It leaves when you send it from your own mail program, and not before.")
    String doneLetterMailLead();

    @Message("Thank you. Your letter is ready. It leaves when you have printed it, signed it and posted it.")
    String doneLetterPrintLead();

    @Message("Your receipt and your own page")
    String receiptLink();

    @Message("Write a letter of your own as well")
    String writeToo();

    @Message("Keep the address of your own page")
    String keep();

    @Message(
            "It is in the e-mail we have just sent you. Whoever has it can change your signature, so please do not pass it on.")
    String keepText();

    @Message("If you would like to tell others")
    String tell();

    @Message("Send them this address. It holds nothing about you.")
    String tellText();
}

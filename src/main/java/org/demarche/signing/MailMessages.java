package org.demarche.signing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The mail that asks for confirmation. Other languages: {@code messages/mailtext_*.properties}. */
@MessageBundle("mailtext")
public interface MailMessages {

    @Message("Please confirm your signature")
    String subject();

    @Message("Somebody, we hope it was you, used this address to sign a letter of {organisation}: “{title}”.")
    String why(String organisation, String title);

    @Message("What the missions will see of you:")
    String see();

    @Message("The missions will see no line about you. You are in the total only.")
    String seeNothing();

    @Message("To be counted, open this page and press the button on it:")
    String ask();

    @Message("Confirm my signature")
    String button();

    @Message("The link works for seven days and can be used once.")
    String valid();

    @Message("You can change what the missions see, or withdraw, on the page you reach after confirming.")
    String changeMind();

    @Message("If it was not you, do nothing. Nothing is counted, and the entry is erased after seven days.")
    String notYou();

    @Message(
            "You receive this once, because this address was entered at {organisation}. We did not put you on any list. Questions: {mail}")
    String footer(String organisation, String mail);

    @Message("You signed this letter already")
    String alreadySubject();

    @Message(
            "This address was just entered again at {organisation} to sign “{title}”. You signed it already and are counted once; nothing has changed.")
    String already(String organisation, String title);

    @Message("This address has signed for as many people as it can")
    String fullSubject();

    @Message(
            "Another name was just entered with this address at {organisation} to sign “{title}”. As many names have signed from it as one address may stand for, so this one was not stored. Anyone else who wants to sign needs an address of their own. If it was not you, do nothing.")
    String full(String organisation, String title);

    @Message("Your own page, where you can change what the missions see, or withdraw:")
    String myLink();

    @Message("You are counted: keep this mail")
    String countedSubject();

    @Message("Thank you. Your signature under “{title}” is confirmed and counted. This mail is from {organisation}.")
    String counted(String organisation, String title);

    @Message("Whoever has this link can change your signature, so please do not pass it on.")
    String keepLink();

    @Message("Your signature is not confirmed yet")
    String reminderSubject();

    @Message(
            "A few days ago this address was used at {organisation} to sign “{title}”. It is not confirmed, so it is not counted. If it was you, please open this page and press the button on it:")
    String reminder(String organisation, String title);

    @Message(
            "This link takes the place of the earlier one. It is the only reminder. If it was not you, do nothing: the entry is erased seven days after it was made.")
    String reminderLast();

    @Message("You get this because you asked {organisation} for news when you signed “{title}”.")
    String newsWhy(String organisation, String title);

    @Message("To end the news, open this page and press the button on it:")
    String newsStop();
}

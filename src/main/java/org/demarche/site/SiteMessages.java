package org.demarche.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.demarche.common.page.Tally;

/** What the public frame, the list of letters and the error page say. Other languages: {@code messages/site_*.properties}. */
@MessageBundle("site")
public interface SiteMessages {

    @Message("Skip to the text")
    String skip();

    @Message("Language")
    String languages();

    @Message("Site")
    String footNav();

    @Message("Letters")
    String letters();

    @Message("About us")
    String about();

    @Message("Check a document")
    String verify();

    @Message("Privacy")
    String privacy();

    @Message("Write to us")
    String writeToUs();

    @Message("No outside scripts, fonts or pictures. No tracking. We do not keep your internet address.")
    String noTracking();

    @Message("Letters to those who can keep people safe, carried to their door")
    String homeTitle();

    @Message("Here you can sign our letters or send your own, and see what became of them.")
    String homeLead();

    @Message("Open until {day}.")
    String homeOpen(String day);

    @Message("{#if count.n == 1}One person has signed.{#else}{count} people have signed.{/if}")
    String homeSigned(Tally count);

    @Message("Goal: {goal}.")
    String homeGoal(String goal);

    @Message("{#if count.n == 1}One letter so far.{#else}{count} letters so far.{/if}")
    String homeLetters(Tally count);

    @Message("Read the whole letter")
    String homeRead();

    @Message("Sign it")
    String homeSign();

    @Message("What happened at each door")
    String homeRecord();

    @Message("Letters of the past")
    String archive();

    @Message("What we asked, how many asked it with us, and what happened at each door.")
    String archiveLead();

    @Message("No list has been closed yet.")
    String archiveEmpty();

    @Message("Letters")
    String homeAll();

    @Message("No letter has been published yet. When one opens for signatures, it appears here.")
    String homeEmpty();

    @Message("Opens")
    String stateSoon();

    @Message("Open")
    String stateOpen();

    @Message("Closed")
    String stateClosed();

    @Message("Delivered")
    String stateDelivered();

    @Message("From our files")
    String stateArchived();

    @Message("until {day}")
    String untilDay(String day);

    @Message("You decide what they see")
    String youDecideTitle();

    @Message(
            "The reader of these letters may be a state that pursues its critics. So you choose what is printed: your name and place, your initials, your country, or nothing but one more in the count.")
    String youDecide();

    @Message("Every number can be checked")
    String numbersTitle();

    @Message(
            "We count a signature when its owner has confirmed it, once. The list is kept in a public ledger of sealed entries, and your receipt proves that you are in it.")
    String numbers();

    @Message("We tell you how it ended")
    String howEndedTitle();

    @Message(
            "Accepted, refused, returned or no answer: each mission has its line in the delivery record of the letter.")
    String howEnded();

    @Message("Found a document of ours?")
    String foundTitle();

    @Message("Check whether it is genuine")
    String found();

    @Message("To all letters")
    String backHome();

    @Message("If you write to us about this, please give this reference: {reference}")
    String errorReference(String reference);

    @Message("There is nothing at this address")
    String missingTitle();

    @Message(
            "The link may be incomplete, or what it led to has expired or been erased. If it came in an e-mail, please copy the whole line.")
    String missing();

    @Message("We could not read that")
    String badTitle();

    @Message(
            "Something in the address or the form was not as we expected. Nothing was stored. Please go back and try once more.")
    String bad();

    @Message("This page is not open to you")
    String forbiddenTitle();

    @Message("You may need to sign in, or another role. Your signature and your letters are not affected.")
    String forbidden();

    @Message("This is no longer possible")
    String conflictTitle();

    @Message(
            "What you wanted to change has moved on in the meantime. Nothing was changed. Please open the page again to see how it stands.")
    String conflict();

    @Message("That is too large")
    String tooLargeTitle();

    @Message("What you sent is larger than we take. Nothing was stored. Please shorten it and try again.")
    String tooLarge();

    @Message("Please wait a little")
    String tooManyTitle();

    @Message(
            "Many requests came from your connection in a short time. Nothing is wrong with you or your signature. Please try again in ten minutes.")
    String tooMany();

    @Message("Back shortly")
    String downTitle();

    @Message(
            "A part of this site is not answering just now. Nothing you confirmed before is lost. Please try again in a few minutes.")
    String down();

    @Message("Something went wrong on our side")
    String brokenTitle();

    @Message("It is not your doing, and we have written it down. Please try again; if it happens once more, tell us.")
    String broken();
}

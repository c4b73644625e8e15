package org.demarche.signing.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** A signer's own page: how it stands, what is shown, the receipt, and the way out. Other languages: {@code messages/my_*.properties}. */
@MessageBundle("my")
public interface MyMessages {

    @Message("Your signature")
    String title();

    @Message("Not confirmed yet")
    String pendingTitle();

    @Message("Please open the e-mail we sent you and press the button on the page it leads to. Then you are counted.")
    String pending();

    @Message("You are counted")
    String confirmedTitle();

    @Message("Your signature is counted. {#if day}Until {day} you can change what the missions see, or withdraw.{/if}")
    String confirmed(String day);

    @Message("One of us reads it first")
    String heldTitle();

    @Message(
            "Something in it made us look twice, most often a word in the comment that could put somebody in danger. Your signature is safe with us; you need do nothing.")
    String held();

    @Message("Not counted")
    String rejectedTitle();

    @Message(
            "One of us decided that this signature cannot be counted. If you think that is a mistake, please write to us.")
    String rejected();

    @Message("Withdrawn and erased")
    String withdrawnTitle();

    @Message(
            "Your name, your e-mail address and your words are gone from our records. The sealed entry stays in the ledger, no longer counts, and tells nobody who you were.")
    String withdrawn();

    @Message("Changed. The sheets will show what you see here.")
    String changed();

    @Message("Your receipt")
    String receipt();

    @Message("Letter")
    String letter();

    @Message("{title}, version {version}, {name}")
    String version(String title, int version, String name);

    @Message("Confirmed")
    String confirmedAt();

    @Message("Place in the ledger")
    String place();

    @Message("{place} of {size}")
    String placeOf(String place, String size);

    @Message("being entered; please look again in a minute")
    String placeSoon();

    @Message("The missions see")
    String missionsSee();

    @Message("Change this")
    String change();

    @Message("For those who want to check the proof")
    String proof();

    @Message("Your leaf")
    String leaf();

    @Message("Ledger root")
    String root();

    @Message("Signed by us")
    String signedByUs();

    @Message("The leaf is a sealed fingerprint. It proves that you are in the count and tells nobody who you are.")
    String leafText();

    @Message("Download the receipt")
    String download();

    @Message("Read how to check it")
    String howToCheck();

    @Message("Change what the missions see")
    String disclosureSubmit();

    @Message("The list was closed on {closed}. What the missions see can no longer be changed.")
    String frozen(String closed);

    @Message("All we hold about you")
    String heldAbout();

    @Message("Your own words")
    String comment();

    @Message("Place")
    String placeLabel();

    @Message("The link you came by")
    String source();

    @Message("none")
    String none();

    @Message("Withdraw and have everything erased")
    String leave();

    @Message(
            "Your line disappears from the list, you leave the total, and we erase your name, your e-mail address and your words at once. This cannot be undone, but you may sign again.")
    String leaveOpen();

    @Message(
            "We erase your name, your e-mail address and your words at once. The list is already closed: what has been printed cannot be called back, and the total stays as it was.")
    String leaveClosed();

    @Message("Yes, erase what you hold about me")
    String sure();

    @Message("Withdraw and erase")
    String leaveSubmit();

    @Message("Keep this page’s address")
    String keepTitle();

    @Message("Whoever has it can change your signature, so please do not pass it on.")
    String keep();

    @Message("Stop the news")
    String newsOff();

    @Message("Take my name off the public page")
    String nameOff();

    @Message("Stop the news of this organisation?")
    String unsubscribeTitle();

    @Message("Press the button, and no more news is sent to this address. Your signature is not affected.")
    String unsubscribe();

    @Message("Stopped. No more news is sent to this address.")
    String unsubscribed();

    @Message("Stop the news")
    String unsubscribeSubmit();

    @Message("Your own letters")
    String letters();

    @Message("How far it has come")
    String progress();

    @Message("not confirmed yet; the link is in the e-mail about this letter")
    String progressPending();

    @Message("confirmed; two of our staff have to agree before it leaves")
    String progressWaiting();

    @Message("approved; it leaves in its turn")
    String progressQueued();

    @Message("with you, to send yourself")
    String progressYours();

    @Message("it does not leave, because your signature is held or you chose to be listed nowhere")
    String progressStopped();

    @Message("Take all of it along as a file")
    String dataDownload();

    @Message("It holds your letters, our mails to you, and the questions you answered, word for word.")
    String dataHint();
}

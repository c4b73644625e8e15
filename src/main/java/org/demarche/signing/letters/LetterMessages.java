package org.demarche.signing.letters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Writing a letter of one's own to the mission responsible. Other languages: {@code messages/letter_*.properties}. */
@MessageBundle("letter")
public interface LetterMessages {

    @Message("A letter in your own words")
    String title();

    @Message("To the mission that answers for where you live.")
    String lead();

    @Message("1. Where you live")
    String where();

    @Message("Each mission serves certain regions. Yours is the one responsible, which is not always the nearest.")
    String whereHint();

    @Message("Find the mission")
    String find();

    @Message("Choose your country and prefecture, then press the button. The mission appears here.")
    String noMission();

    @Message("Responsible for {regions}.")
    String responsible(String regions);

    @Message("Address checked by our staff on {day}.")
    String checked(String day);

    @Message("2. Your words")
    String words();

    @Message(
            "They stand between our text and the close. Say who you are and why it matters to you; a few honest lines are worth more than many.")
    String wordsHint();

    @Message("Your paragraph")
    String paragraph();

    @Message(
            "Plain text, up to {max} characters. Leave out anything that could identify a refugee, a helper or a route.")
    String paragraphHint(String max);

    @Message("Sign by hand, if you like")
    String drawn();

    @Message(
            "Draw your signature with a finger, a pen or the mouse. It stands above your name, and only in a letter that shows your full name.")
    String drawnHint();

    @Message("Draw it again")
    String drawnAgain();

    @Message("3. How it travels")
    String channel();

    @Message("We send it for you")
    String platform();

    @Message("By e-mail from our address. Yours is not shown, and your name only as you choose below.")
    String platformWhy();

    @Message("From your own mail program")
    String ownMail();

    @Message("The consulate sees your e-mail address, and perhaps from where you wrote.")
    String ownMailWhy();

    @Message("On paper, by post")
    String print();

    @Message("You print, sign and post it. What you put on the envelope is up to you.")
    String printWhy();

    @Message("4. What the consulate may see of you")
    String disclosure();

    @Message("A resident of {country}")
    String resident(String country);

    @Message("Your own words can give you away")
    String careTitle();

    @Message(
            "“A primary school in Sendai” narrows it down. If family or friends could be reached in China or North Korea, keep the paragraph general, or leave it out.")
    String care();

    @Message("This is what they will read")
    String preview();

    @Message("After each change, press “Show my words in the letter”. Your words are sent as you wrote them.")
    String previewNote();

    @Message(
            "You have changed what the consulate may see. Press “Show my words in the letter” to see the letter with it.")
    String previewOld();

    @Message("Show my words in the letter")
    String previewSubmit();

    @Message("5. Confirm that it is you")
    String confirm();

    @Message("Required, so that each person is counted once. The consulate sees it only if you chose so above.")
    String nameHint();

    @Message("To confirm that it is you. The consulate never sees it unless you send the letter yourself.")
    String emailHint();

    @Message("Send me the confirmation")
    String submit();

    @Message("Open as PDF")
    String pdf();

    @Message("Open it in my mail program")
    String mailto();

    @Message(
            "We have no address of this mission that we have checked. Please look it up on the mission’s own site and put it in before you send the mail.")
    String lookUp();

    @Message("(Shortened here for the mail program. The whole letter: {url} )")
    String shortened(String url);
}

package org.demarche.signing.opening;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said about being reminded of an opening. Other languages: {@code messages/opening_*.properties}. */
@MessageBundle("opening")
public interface OpeningMessages {

    @Message("Remind me")
    String heading();

    @Message(
            "We write to you once, when signing opens. Two days later we erase your e-mail address. You are on no list, and have signed nothing yet.")
    String lead();

    @Message("Remind me when it opens")
    String submit();

    @Message("Please look in your mail")
    String askedTitle();

    @Message(
            "A mail is on its way to you. Open the link in it and press the button, and we shall write when signing opens.")
    String asked();

    @Message("If nothing comes: look in the folder for spam or junk mail, or enter your e-mail address once more.")
    String nothingComes();

    @Message("Shall we remind you?")
    String confirmTitle();

    @Message("You asked for one mail when signing opens for “{title}”.")
    String confirm(String title);

    @Message("Yes, remind me")
    String confirmSubmit();

    @Message("No, erase my e-mail address")
    String forgetSubmit();

    @Message("Erase my e-mail address")
    String eraseSubmit();

    @Message("We shall remind you")
    String confirmedTitle();

    @Message("You get one mail when signing opens. If you change your mind, erase your e-mail address here.")
    String confirmed();

    @Message("Your e-mail address is erased")
    String forgottenTitle();

    @Message("We do not write to you about this letter.")
    String forgotten();

    @Message("Back to the letter")
    String back();

    @Message("Shall we remind you?")
    String mailAskSubject();

    @Message(
            "Somebody, we hope it was you, asked {organisation} to write to this address when “{title}” opens for signatures. If it was you, open this page and press the button on it:")
    String mailAsk(String organisation, String title);

    @Message("If it was not you, do nothing: you get no further mail, and the address is erased after seven days.")
    String mailNotYou();

    @Message("You can sign the letter now")
    String mailOpenSubject();

    @Message("You asked {organisation} to tell you: “{title}” is open for signatures. Here you can read and sign it:")
    String mailOpen(String organisation, String title);

    @Message("This is the only mail. Your e-mail address is erased in two days, whether you sign or not.")
    String mailLast();
}

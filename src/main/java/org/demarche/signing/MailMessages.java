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
}

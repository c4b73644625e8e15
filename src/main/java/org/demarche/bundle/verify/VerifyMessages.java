package org.demarche.bundle.verify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Checking whether a document is one of ours. Other languages: {@code messages/verify_*.properties}. */
@MessageBundle("verify")
public interface VerifyMessages {

    @Message("Is this document ours?")
    String title();

    @Message(
            "Every volume we hand over has a fingerprint. Give us the file or its code, and we tell you whether it is one of ours, unchanged.")
    String lead();

    @Message("Code (SHA-256)")
    String digest();

    @Message("64 letters and digits, as printed in the delivery record. Spaces do no harm.")
    String digestHint();

    @Message("Check")
    String check();

    @Message("Or the file itself")
    String file();

    @Message("A PDF of ours. It is compared and not kept.")
    String fileHint();

    @Message("It stays on this device: your browser computes its code.")
    String fileStays();

    @Message("Check the file")
    String checkFile();

    @Message("Yes, this is ours and unchanged")
    String genuineTitle();

    @Message("It is {volume} of the bundle for {mission}.")
    String genuine(String volume, String mission);

    @Message("Sealed on {day}.")
    String sealed(String day);

    @Message("What happened to it")
    String recordLink();

    @Message("We do not know this document")
    String unknownTitle();

    @Message(
            "Either it is not ours, or it was changed after it left us. A copy that was printed and scanned again is never the same file.")
    String unknown();

    @Message("This is not such a code")
    String badTitle();

    @Message("The code has 64 signs, from 0 to 9 and from a to f. Please copy it once more.")
    String bad();

    @Message("There was nothing to check")
    String emptyTitle();

    @Message("Please give the code, or choose the file, and press the button beside it.")
    String empty();

    @Message("Why we offer this")
    String why();

    @Message(
            "A letter in our name that we did not write could harm people. Whoever receives one can ask here, without telling us who they are.")
    String whyText();
}

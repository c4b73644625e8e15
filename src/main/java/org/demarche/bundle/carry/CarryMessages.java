package org.demarche.bundle.carry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page behind a coordinator's link. Other languages: {@code messages/carry_*.properties}. */
@MessageBundle("carry")
public interface CarryMessages {

    @Message("Bundle for {mission}")
    String title(String mission);

    @Message("These are the volumes to be printed and carried. They hold names: print them on a machine you trust, and"
            + " delete the files afterwards.")
    String lead();

    @Message("This link works until {moment}. Each download is written down.")
    String until(String moment);

    @Message("Passphrase for the archive")
    String passphrase();

    @Message("Optional, 12 characters or more. The archive then opens only with it; we do not keep it.")
    String hint();

    @Message("The passphrase needs 12 to 200 characters.")
    String bad();

    @Message("Or close it with your OpenPGP key")
    String withKey();

    @Message("Your public key, in ASCII armour")
    String key();

    @Message("Only your private key opens the archive then. Never paste the private one.")
    String keyHint();

    @Message("This is no public OpenPGP key that can be encrypted to, or a passphrase was given as well.")
    String badKey();

    @Message("Download")
    String download();
}

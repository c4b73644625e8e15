package org.demarche.signing;

import java.util.Optional;
import org.demarche.common.Token;

/** Something other than the signature itself that a link in a mail may confirm, together with that signature. */
public interface MailedLink {

    /** The signature of what the link stands for, while the link can be used. */
    Optional<Signature> signature(Token token);

    /** Confirms what the link stands for; its signature is confirmed already. */
    void confirm(Token token);
}

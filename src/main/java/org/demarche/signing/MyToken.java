package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;
import org.demarche.common.Token;
import org.demarche.privacy.Vault;

/**
 * The signer's own link. It is derived from the signature's id under the index key instead of being stored, so that
 * confirming twice can give the same link twice while the database holds only its hash.
 */
@ApplicationScoped
public class MyToken {

    private final Vault vault;

    MyToken(Vault vault) {
        this.vault = vault;
    }

    public Token of(UUID signature) {
        return new Token(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.blindIndex("my-link", signature.toString())));
    }
}

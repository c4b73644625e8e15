package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Token;
import org.demarche.privacy.Vault;

/** The link that ends the news and can do nothing else, so that a forwarded mail gives nothing away. Not stored: it proves itself. */
@ApplicationScoped
public class NewsLink {

    private static final int ID = 16;
    private static final int PROOF = 16;

    private final Vault vault;

    NewsLink(Vault vault) {
        this.vault = vault;
    }

    public Token of(UUID signature) {
        return new Token(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(ID + PROOF)
                        .putLong(signature.getMostSignificantBits())
                        .putLong(signature.getLeastSignificantBits())
                        .put(proof(signature))
                        .array()));
    }

    /** The signature that a genuine link is about. */
    Optional<UUID> read(Token link) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(link.value()));
            if (bytes.remaining() != ID + PROOF) {
                return Optional.empty();
            }
            var signature = new UUID(bytes.getLong(), bytes.getLong());
            var claimed = new byte[PROOF];
            bytes.get(claimed);
            return MessageDigest.isEqual(claimed, proof(signature)) ? Optional.of(signature) : Optional.empty();
        } catch (IllegalArgumentException noLink) {
            return Optional.empty();
        }
    }

    private byte[] proof(UUID signature) {
        return Arrays.copyOf(vault.blindIndex("news-link", signature.toString()), PROOF);
    }
}

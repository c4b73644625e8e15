package org.demarche.signing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.demarche.common.DemarcheConfig;
import org.demarche.privacy.SigningKey;

/** Signs the heads of the ledgers with Ed25519, so that a published head cannot be disowned or forged. */
@ApplicationScoped
public class LedgerKey {

    private final SigningKey key;

    LedgerKey(DemarcheConfig config) throws GeneralSecurityException {
        this.key = SigningKey.loadOrCreate(config.dataDir(), "ledger");
    }

    /** The signature over {@code campaign ‖ 0x0A ‖ size ‖ 0x0A ‖ root hex ‖ 0x0A ‖ asOf}, 64 bytes. */
    byte[] sign(String campaign, long size, String rootHex, Instant asOf) {
        return key.sign((campaign + "\n" + size + "\n" + rootHex + "\n" + asOf).getBytes(StandardCharsets.UTF_8));
    }

    /** The raw Ed25519 public key, 32 bytes (RFC 8032). */
    public byte[] publicKey() {
        return key.publicKey();
    }
}

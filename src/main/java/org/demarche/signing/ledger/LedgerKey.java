package org.demarche.signing.ledger;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.privacy.KeyMarks;
import org.demarche.privacy.SigningKey;

/**
 * Signs the heads of the ledgers with Ed25519, so that a published head cannot be disowned or forged. A process that only
 * serves the site holds no such key: whoever takes it over cannot publish a head.
 */
@ApplicationScoped
public class LedgerKey {

    static final String NAME = "ledger";

    /** With the other keys, before anybody asks for a head. */
    private static final int BEFORE_USE = 60;

    private final KeyMarks marks;
    private final DemarcheConfig config;
    private volatile SigningKey key;

    LedgerKey(DemarcheConfig config, KeyMarks marks) {
        this.config = config;
        this.marks = marks;
    }

    void check(@Observes @Priority(BEFORE_USE) StartupEvent started) throws GeneralSecurityException {
        if (config.desk() || config.worker()) {
            key = SigningKey.loadOrCreate(config.dataDir(), NAME);
            marks.require(NAME, key.publicKey());
        }
    }

    /**
     * The signature over {@code campaign ‖ 0x0A ‖ size ‖ 0x0A ‖ root hex ‖ 0x0A ‖ asOf}, 64 bytes; none where this
     * process may not sign, which happens only for a log that is still empty.
     */
    byte[] sign(String campaign, long size, String rootHex, Instant asOf) {
        return key == null ? new byte[0] : key.sign(statement(campaign, size, rootHex, asOf));
    }

    static byte[] statement(String campaign, long size, String rootHex, Instant asOf) {
        return (campaign + "\n" + size + "\n" + rootHex + "\n" + asOf).getBytes(StandardCharsets.UTF_8);
    }

    /** The raw Ed25519 public key, 32 bytes (RFC 8032). */
    public byte[] publicKey() {
        if (key != null) {
            return key.publicKey();
        }
        return marks.of(NAME).orElseThrow(() -> Refusal.unavailable("No worker has started yet."));
    }
}

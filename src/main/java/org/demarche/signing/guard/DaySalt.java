package org.demarche.signing.guard;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.demarche.privacy.Vault;

/**
 * The salt under which the guard knows networks and domains for one day (UTC). It is made of chance that is deleted at
 * midnight and is in no backup, and of the index key: neither alone tests whether an address was here, and after that day
 * both together do not.
 */
@ApplicationScoped
class DaySalt {

    private record Today(LocalDate day, byte[] chance, SecretKeySpec key) {}

    private static final String HMAC = "HmacSHA256";
    private static final int SHORT_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vault vault;
    private final Clock clock;
    private volatile Today today;

    DaySalt(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** 16 hex digits that stand for it today. */
    String hash(byte[] value) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(today().key);
            return HexFormat.of().formatHex(mac.doFinal(value), 0, SHORT_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes up the chance of whichever node was first today, so that one network has one name on all of them. */
    void agree() {
        var mine = today();
        var agreed = QuarkusTransaction.requiringNew().call(() -> GuardSalt.agree(mine.day, mine.chance));
        if (!Arrays.equals(agreed, mine.chance)) {
            today = of(mine.day, agreed);
        }
    }

    private Today today() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = today;
        if (known != null && known.day.equals(day)) {
            return known;
        }
        synchronized (this) {
            if (today == null || !today.day.equals(day)) {
                var chance = new byte[32];
                RANDOM.nextBytes(chance);
                today = of(day, chance);
            }
            return today;
        }
    }

    private Today of(LocalDate day, byte[] chance) {
        var key = vault.blindIndex("guard-salt", HexFormat.of().formatHex(chance));
        return new Today(day, chance, new SecretKeySpec(key, HMAC));
    }
}

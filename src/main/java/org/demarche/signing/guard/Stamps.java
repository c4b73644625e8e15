package org.demarche.signing.guard;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.demarche.privacy.Vault;

/** Signed times on forms: when the page was made. A page may be cached, so that a time may be older than the reader's look. */
@ApplicationScoped
public class Stamps {

    /** Who leaves a page open for a week is welcome; a list of harvested stamps is not. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final int MARK_BYTES = 12;
    private static final int LENGTH_MAX = 60;

    private final Vault vault;
    private final Clock clock;

    Stamps(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** The stamp of a page that is made now. */
    public String now() {
        var millis = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX);
        return millis + "." + mark(millis);
    }

    /** When the page was made; empty for a stamp that is forged or too old. */
    Optional<Instant> read(String stamp) {
        if (stamp == null || stamp.length() > LENGTH_MAX || stamp.indexOf('.') < 1) {
            return Optional.empty();
        }
        var millis = stamp.substring(0, stamp.indexOf('.'));
        var given = stamp.substring(millis.length() + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(mark(millis).getBytes(StandardCharsets.UTF_8), given)) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(Long.parseLong(millis, Character.MAX_RADIX));
        return Optional.of(at).filter(then -> then.plus(GOOD_FOR).isAfter(clock.instant()));
    }

    private String mark(String millis) {
        var mark = vault.blindIndex("form-stamp", millis);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(mark, MARK_BYTES));
    }
}

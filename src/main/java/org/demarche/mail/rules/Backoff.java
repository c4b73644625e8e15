package org.demarche.mail.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When a mail that was refused for now is tried again, and for how long. */
public final class Backoff {

    /** RFC 5321 section 4.5.4.1 asks for 4 to 5 days. */
    private static final Duration GIVE_UP = Duration.ofDays(4);

    private static final Duration LONGEST = Duration.ofHours(4);

    /** A relay that dropped the line after the last byte may still deliver; waiting saves some duplicates. */
    public static final Duration AFTER_SILENCE = Duration.ofMinutes(15);

    private Backoff() {}

    /** A minute, doubled with each try, at most four hours, give or take a fifth; what the relay named is kept to. */
    public static Duration wait(int attempts, Duration named) {
        if (named != null) {
            // Never earlier than asked; a relay that asks for days is asked again after four hours.
            return named.compareTo(LONGEST) > 0 ? LONGEST : named.plusSeconds(1);
        }
        var minutes = Math.min(1L << Math.min(attempts, 20), LONGEST.toMinutes());
        return Duration.ofMillis(
                (long) (minutes * 60_000 * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    public static boolean isOver(Instant firstTry, Instant now) {
        return firstTry != null && now.isAfter(firstTry.plus(GIVE_UP));
    }
}

package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes guessing slow: after some attempts that failed, each further one must wait twice as long as the one before.
 * Kept in memory, on each node by itself: it forgets at a restart, and costs a guesser nothing to learn.
 */
@ApplicationScoped
class SignInThrottle {

    record Tries(int count, Instant last) {}

    /** Typing errors of a person, or of an office behind one address. */
    private static final int FREE = 5;

    /** With 12 characters and one guess a minute nothing is found; and an owner at a new device waits no longer. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** About a hundred bytes each. */
    private static final int REMEMBERED_MAX = 20_000;

    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    /**
     * Counts an attempt beforehand, so that many at once gain nothing.
     *
     * @return how long to wait, in which case it was not counted; zero where it may go on
     */
    synchronized Duration admit(List<String> keys, Instant now) {
        var wait = keys.stream()
                .map(key -> left(key, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            keys.forEach(key -> tries.put(key, new Tries(count(key, now) + 1, now)));
        }
        return wait;
    }

    /** The attempt succeeded: what was counted is forgotten. */
    synchronized void forgive(List<String> keys) {
        keys.forEach(tries::remove);
    }

    synchronized void clear() {
        tries.clear();
    }

    private int count(String key, Instant now) {
        var before = tries.get(key);
        return before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 0 : before.count();
    }

    private Duration left(String key, Instant now) {
        int over = count(key, now) - FREE;
        if (over < 0) {
            return Duration.ZERO;
        }
        var delay = over >= 6 ? LONGEST : Duration.ofSeconds(1L << over);
        var left = Duration.between(now, tries.get(key).last().plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }
}

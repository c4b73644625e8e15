package org.demarche.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.common.Language;

/**
 * The public pages as they were last sent, for the time in which the database is away. They say themselves of when their
 * numbers are, so they stay true.
 */
@ApplicationScoped
class KeptPages {

    /** Some 60 kB each: so many are kept, and then all are forgotten. */
    private static final int KEPT_MAX = 300;

    /** While the database is away nobody waits for it in vain more often than this. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);

    /** A page is not put away anew for every reader. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Key(String path, Language language) {}

    private record Kept(String html, Instant at) {}

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Instant downAt = Instant.MIN;

    KeptPages(Clock clock) {
        this.clock = clock;
    }

    void keep(String path, Language language, String html) {
        var now = clock.instant();
        var key = new Key(path, language);
        var before = kept.get(key);
        if (before != null && before.at().plus(FRESH).isAfter(now)) {
            return;
        }
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(key, new Kept(html, now));
    }

    /** The page, in the reader's language. */
    Optional<String> last(String path, Language language) {
        return Optional.ofNullable(kept.get(new Key(path, language))).map(Kept::html);
    }

    void databaseIsAway() {
        downAt = clock.instant();
    }

    /** Whether the database was away so shortly ago that it need not be asked. */
    boolean isAwayJustNow() {
        return downAt != Instant.MIN && clock.instant().isBefore(downAt.plus(ASK_AGAIN_AFTER));
    }
}

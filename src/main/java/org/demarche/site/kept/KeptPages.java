package org.demarche.site.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.demarche.common.Audited;
import org.demarche.common.page.PagesChanged;

/**
 * The public pages as they were last sent: for the next second, and for the time in which the database is away. They say
 * themselves of when their numbers are, so they stay true.
 */
@ApplicationScoped
public class KeptPages {

    /** While the database is away nobody waits for it in vain more often than this. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);

    /** Addresses with a source are without number: they get so much of the memory. */
    private static final int SOURCED_PART = 4;

    private final Map<Wanted, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final Clock clock;
    private final long freshFor;
    private final long memory;
    private volatile Instant downAt = Instant.MIN;

    KeptPages(KeptConfig config, Clock clock) {
        this.clock = clock;
        this.freshFor = config.pagesFresh().toNanos();
        this.memory = config.pagesMemory().asLongValue();
    }

    static final class Kept {

        final Answer answer;
        private final long madeAt;
        private final long generation;
        private volatile long usedAt;

        Kept(Answer answer, long madeAt, long generation) {
            this.answer = answer;
            this.madeAt = madeAt;
            this.generation = generation;
            this.usedAt = madeAt;
        }
    }

    /** Null where there is none. */
    Kept of(Wanted wanted, long now) {
        var found = kept.get(wanted);
        if (found != null) {
            found.usedAt = now;
        }
        return found;
    }

    boolean isFresh(Kept page, long now) {
        return isOf(page, now, freshFor);
    }

    /** Whether the page is of the last so many nanoseconds, and nothing has been changed since by this process. */
    boolean isOf(Kept page, long now, long last) {
        return page.generation == generation.get() && now - page.madeAt < last;
    }

    Flight flight(Wanted wanted, long now, Consumer<Flight> over) {
        return new Flight(wanted, now, generation.get(), over);
    }

    /** The page as old as the question for it, because what it was made from may have changed while it was made. */
    void keep(Flight flight, Answer answer) {
        kept.put(flight.wanted, new Kept(answer, flight.begunAt, flight.generation));
        flight.bring();
        boolean sourced = !flight.wanted.query().isEmpty();
        if (sourced) {
            forgetUnused(wanted -> !wanted.query().isEmpty(), memory / SOURCED_PART);
        }
        forgetUnused(wanted -> true, memory);
    }

    /** What nobody asked for lately goes first. */
    private synchronized void forgetUnused(Predicate<Wanted> of, long bytes) {
        long held = held(of);
        if (held <= bytes) {
            return;
        }
        var oldest = kept.entrySet().stream()
                .filter(entry -> of.test(entry.getKey()))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().usedAt))
                .toList();
        for (var entry : oldest) {
            if (held <= bytes * 3 / 4) {
                return;
            }
            if (kept.remove(entry.getKey(), entry.getValue())) {
                held -= entry.getValue().answer.bytes();
            }
        }
    }

    private long held(Predicate<Wanted> of) {
        long bytes = 0;
        for (var entry : kept.entrySet()) {
            if (of.test(entry.getKey())) {
                bytes += entry.getValue().answer.bytes();
            }
        }
        return bytes;
    }

    /** Bytes of all pages kept. */
    public long held() {
        return held(wanted -> true);
    }

    /** What staff change on this node is on its pages at once; on other nodes, when these pages are no longer fresh. */
    void outdate(@Observes(during = TransactionPhase.AFTER_SUCCESS) Audited act) {
        generation.incrementAndGet();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PagesChanged changed) {
        forget();
    }

    /** Nothing that was kept is shown again, whatever happens. */
    public void forget() {
        generation.incrementAndGet();
        kept.clear();
    }

    /** The page as it was last sent, however old. */
    Optional<Answer> last(Wanted wanted) {
        return Optional.ofNullable(kept.get(wanted)).map(page -> page.answer);
    }

    void databaseIsAway() {
        downAt = clock.instant();
    }

    /** Whether the database was away so shortly ago that it need not be asked. */
    public boolean isAwayJustNow() {
        return downAt != Instant.MIN && clock.instant().isBefore(downAt.plus(ASK_AGAIN_AFTER));
    }
}

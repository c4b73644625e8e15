package org.demarche.switches;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.demarche.common.database.Remembered;
import org.demarche.common.page.PagesChanged;

/**
 * Which switches are on, as this node last read it: once a second, by a thread of its own, so that whoever asks waits for
 * no database. While the database is away the last answer holds.
 */
@ApplicationScoped
public class Switches {

    /**
     * One that is on.
     *
     * @param by the name of whoever turned it on
     * @param until when it goes back by itself
     */
    public record On(OffSwitch which, String by, Instant since, Instant until) {

        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

        public String sinceText() {
            return MINUTE.format(since);
        }

        public String untilText() {
            return MINUTE.format(until);
        }
    }

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Remembered<List<On>> known;

    Switches(Clock clock, Event<PagesChanged> pages) {
        this.clock = clock;
        this.known = new Remembered<>(
                "off-switches", EVERY, Switches::read, List.of(), () -> pages.fire(new PagesChanged()));
    }

    void start(@Observes @Priority(4_000) StartupEvent started) {
        known.start();
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        known.stop();
    }

    private static List<On> read() {
        return TurnedOn.<TurnedOn>listAll().stream()
                .map(row -> new On(row.name, row.by, row.at, row.endsAt))
                .sorted(Comparator.comparing(On::which))
                .toList();
    }

    public boolean isOn(OffSwitch which) {
        return on().stream().anyMatch(on -> on.which() == which);
    }

    /** In the order of {@link OffSwitch}, the mildest first. */
    public List<On> on() {
        var now = clock.instant();
        return known.get().stream().filter(on -> now.isBefore(on.until())).toList();
    }

    /** Reads anew; a node that turned a switch itself does so at once. */
    void look() {
        known.look();
    }
}

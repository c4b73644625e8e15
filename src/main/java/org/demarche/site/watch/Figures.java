package org.demarche.site.watch;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.common.jobs.Rounds;

/** The house in numbers, read from the database a few times a minute; the same on every node, and no person in them. */
@ApplicationScoped
class Figures {

    /** A figure: what it is about, its labels in the order of the query's columns, and the query; the value comes last. */
    private record Figure(String name, String about, List<String> labels, String query) {}

    private record Line(Figure figure, Tags tags) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "demarche.signatures",
                    "Signatures by status: PENDING is signed, CONFIRMED, HELD, REJECTED, WITHDRAWN",
                    List.of("status"),
                    "select status, count(*) from signature group by status"),
            new Figure(
                    "demarche.signatures.counted",
                    "Signatures in the published totals, by campaign",
                    List.of("campaign"),
                    "select c.slug, n.signatures from campaign c join campaign_count n on n.campaign_id = c.id"),
            new Figure(
                    "demarche.counting.lag.seconds",
                    "Age of the oldest confirmed signature that is not in the totals yet",
                    List.of(),
                    age("min(confirmed_at)", "signature where counted = false and status = 'CONFIRMED'")),
            new Figure(
                    "demarche.mail",
                    "Mails by purpose and state",
                    List.of("purpose", "state"),
                    "select purpose, state, count(*) from mail group by purpose, state"),
            new Figure(
                    "demarche.mail.waiting.seconds",
                    "Age of the oldest mail that is due and not sent, by lane",
                    List.of("lane"),
                    "select lane, " + seconds("min(due_at)")
                            + " from mail where state = 'QUEUED' and due_at < current_timestamp group by lane"),
            new Figure(
                    "demarche.deliveries",
                    "Letters to missions by state",
                    List.of("state"),
                    "select state, count(*) from delivery group by state"),
            new Figure(
                    "demarche.bundles",
                    "Bundles by state",
                    List.of("state"),
                    "select state, count(*) from bundle group by state"),
            new Figure(
                    "demarche.bundle.pages",
                    "Pages in finished volumes",
                    List.of(),
                    "select coalesce(sum(pages), 0) from bundle_volume"),
            new Figure(
                    "demarche.jobs.late.seconds",
                    "How long the most overdue job has been waiting for a worker",
                    List.of(),
                    age("min(execution_time)", "scheduled_tasks where picked = false")),
            new Figure(
                    "demarche.jobs.failing",
                    "Jobs whose last tries failed",
                    List.of(),
                    "select count(*) from scheduled_tasks where consecutive_failures > 2"));

    private final Map<Figure, MultiGauge> gauges = new LinkedHashMap<>();
    private final Map<Line, AtomicReference<Double>> values = new HashMap<>();
    private final AgroalDataSource database;
    private final WatchConfig config;
    private Rounds reading;

    Figures(MeterRegistry registry, AgroalDataSource database, WatchConfig config) {
        this.database = database;
        this.config = config;
        FIGURES.forEach(figure -> gauges.put(
                figure,
                MultiGauge.builder(figure.name()).description(figure.about()).register(registry)));
    }

    private static String seconds(String since) {
        return "cast(extract(epoch from current_timestamp) - extract(epoch from " + since + ") as double precision)";
    }

    private static String age(String since, String from) {
        return "select greatest(0, coalesce(" + seconds(since) + ", 0)) from " + from;
    }

    void start(@Observes StartupEvent started) {
        if (config.metricsToken().isPresent()) {
            reading = Rounds.begin("figures", config.metricsEvery(), "The figures cannot be read", this::read);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (reading != null) {
            reading.end();
        }
    }

    /**
     * A figure that cannot be read keeps its last value; the database's own health says why. One reader at a time, so that
     * what was read first is never shown last.
     */
    synchronized void read() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var gauge : gauges.entrySet()) {
                try (var rows = statement.executeQuery(gauge.getKey().query())) {
                    gauge.getValue().register(rows(gauge.getKey(), rows), false);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("SQLSTATE " + e.getSQLState());
        }
    }

    private List<MultiGauge.Row<?>> rows(Figure figure, ResultSet found) throws SQLException {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        while (found.next()) {
            var tags = Tags.empty();
            for (int i = 0; i < figure.labels().size(); i++) {
                tags = tags.and(figure.labels().get(i), found.getString(i + 1).toLowerCase(Locale.ROOT));
            }
            // A line that stays keeps its gauge: one replaced would be missing from a scrape in between.
            var value = values.computeIfAbsent(new Line(figure, tags), line -> new AtomicReference<>());
            value.set(found.getDouble(figure.labels().size() + 1));
            rows.add(MultiGauge.Row.of(tags, value, AtomicReference::get));
        }
        return rows;
    }
}

package org.demarche.signing.guard;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.jobs.Rounds;

/**
 * Tells the other nodes once a second what this one let pass, and hears it of them: one limit holds for all nodes together,
 * and no signature waits for that. What is told are sums under keyed hashes, of those who took much; no address, and
 * nothing of most people. While the database is away, each node guards by itself.
 */
@ApplicationScoped
class Sharing {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    private final UUID node = UUID.randomUUID();
    private final List<Rate> rates = new CopyOnWriteArrayList<>();
    private final DaySalt salt;
    private final GuardConfig config;
    private final DemarcheConfig house;
    private final Clock clock;
    private volatile Map<String, Double> elsewhere = Map.of();
    private Instant tidied = Instant.MIN;
    private Rounds rounds;

    Sharing(DaySalt salt, GuardConfig config, DemarcheConfig house, Clock clock) {
        this.salt = salt;
        this.config = config;
        this.house = house;
        this.clock = clock;
    }

    /** A limit that holds for all nodes. */
    Rate rate(String name, int capacity, Duration period) {
        var rate = new Rate(name, capacity, period, this::taken);
        rates.add(rate);
        return rate;
    }

    private double taken(String rate, String key, long window) {
        // Alone, there is nothing to hash.
        return elsewhere.isEmpty() ? 0 : elsewhere.getOrDefault(place(rate, key, window), 0.0);
    }

    private String place(String rate, String key, long window) {
        return rate + "/" + window + "/" + salt.hash((rate + "\u0000" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** An H2 file has one process; there are no others to tell. */
    void start(@Observes StartupEvent started) {
        if (config.on() && config.hasOtherNodes() && house.site()) {
            rounds = Rounds.begin(
                    "guard-sharing",
                    EVERY,
                    "The guard hears nothing of other nodes and goes on by itself",
                    this::exchange);
        }
    }

    void stop(@Observes ShutdownEvent ended) {
        if (rounds != null) {
            rounds.end();
        }
    }

    void exchange() {
        var now = clock.instant();
        salt.agree();
        elsewhere = QuarkusTransaction.requiringNew().call(() -> {
            rates.forEach(rate -> tell(rate, now));
            if (now.isAfter(tidied.plus(TIDY_EVERY))) {
                GuardCount.delete("expiresAt < ?1", now);
                tidied = now;
            }
            return GuardCount.ofOthers(node, now);
        });
    }

    private void tell(Rate rate, Instant now) {
        rate.news(now.toEpochMilli())
                .forEach(news -> GuardCount.put(
                        node, place(news.rate(), news.key(), news.window()), news.places(), now.plus(rate.memory())));
    }
}

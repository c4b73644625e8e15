package org.demarche.site.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times requests, and turns away with 503 what would only wait: memory and answer times stay flat. */
@ApplicationScoped
class Overload {

    /** After the security headers, before anything that costs. */
    private static final int EARLY = 9_500;

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private record Outcome(Door door, int hundreds) {}

    private final AtomicInteger busy = new AtomicInteger();
    private final Map<Outcome, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final WatchConfig config;

    Overload(MeterRegistry registry, WatchConfig config) {
        this.registry = registry;
        this.config = config;
        Gauge.builder("demarche.requests.busy", busy, AtomicInteger::get).register(registry);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, EARLY);
    }

    private void admit(RoutingContext context) {
        var door = Door.of(context.request().method().name(), context.normalizedPath());
        long begun = System.nanoTime();
        boolean taken = door.takes(busy.getAndIncrement(), config.busyMax());
        context.addEndHandler(ended -> {
            busy.decrementAndGet();
            timer(door, context.response().getStatusCode()).record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        });
        if (!taken) {
            context.fail(503);
            return;
        }
        watchBody(context);
        context.next();
    }

    /** A body that drips in byte by byte would hold its place for ever. */
    private void watchBody(RoutingContext context) {
        var request = context.request();
        var length = request.getHeader("Content-Length");
        if (length == null && request.getHeader("Transfer-Encoding") == null || "0".equals(length)) {
            return;
        }
        long timer = context.vertx().setTimer(config.bodyWithin().toMillis(), late -> {
            // What has arrived whole may take as long as it takes to be worked on.
            if (!request.isEnded() && (length == null || request.bytesRead() < Long.parseLong(length))) {
                request.connection().close();
            }
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
    }

    private Timer timer(Door door, int status) {
        return timers.computeIfAbsent(
                new Outcome(door, status / 100),
                outcome -> Timer.builder("demarche.requests")
                        .tag("door", outcome.door().label())
                        .tag("status", outcome.hundreds() + "xx")
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry));
    }
}

package org.demarche.site.kept;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.ReaderLanguage;

/**
 * Answers for pages that are the same for everybody with the bytes of a moment ago, before anything that costs. Of many who
 * ask for a page that is no longer fresh, one goes to the page itself; the others get the last one, or wait for the new.
 */
@ApplicationScoped
class PageDoor {

    /** After the security headers, before requests are counted as work: these are none. */
    private static final int EARLY = 9_600;

    /** A page so old is no longer shown while the new one is on its way. */
    private static final long TOLERATED = Duration.ofSeconds(10).toNanos();

    /** Nobody waits longer for another's request. */
    private static final long LOST = Duration.ofSeconds(15).toNanos();

    /** RFC 9111, RFC 5861. A day on errors: the stamp of its form is good for a week. */
    static final String CACHE_CONTROL = "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400";

    /** What was kept for bad times is not to be kept elsewhere too. */
    static final String IN_BAD_TIMES = "no-store";

    private final ConcurrentMap<Wanted, Flight> flights = new ConcurrentHashMap<>();
    private final KeptPages pages;
    private final Counter served;

    PageDoor(KeptPages pages, MeterRegistry registry) {
        this.pages = pages;
        this.served = Counter.builder("demarche.pages.kept.served").register(registry);
        Gauge.builder("demarche.pages.kept.bytes", pages, KeptPages::held).register(registry);
    }

    void register(@Observes Filters filters) {
        // Templates change under the developer's hands.
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            filters.register(this::admit, EARLY);
        }
    }

    private void admit(RoutingContext context) {
        var wanted = accepts(context) ? Wanted.of(context.request()) : null;
        if (wanted == null) {
            context.next();
            return;
        }
        long now = System.nanoTime();
        var page = pages.of(wanted, now);
        if (page != null && pages.isAwayJustNow()) {
            send(context, wanted, page, IN_BAD_TIMES);
        } else if (page != null && pages.isFresh(page, now)) {
            send(context, wanted, page, CACHE_CONTROL);
        } else {
            fly(context, wanted, page, now);
        }
    }

    private void fly(RoutingContext context, Wanted wanted, KeptPages.Kept page, long now) {
        context.put(PageLanguage.QUERY, wanted.query());
        var mine = pages.flight(wanted, now, flight -> flights.remove(wanted, flight));
        var before = flights.merge(wanted, mine, (old, own) -> now - old.begunAt < LOST ? old : own);
        if (before == mine) {
            context.put(Flight.NAME, mine);
            context.addEndHandler(ended -> mine.land());
            context.next();
        } else if (page != null && pages.isOf(page, now, TOLERATED)) {
            send(context, wanted, page, CACHE_CONTROL);
        } else if (!before.await(context, waited -> goOn(waited, before))) {
            goOn(context, before);
        }
    }

    /** With what the other brought back: where that was outdated on the way, one goes again; where it was no page, all. */
    private void goOn(RoutingContext context, Flight before) {
        long now = System.nanoTime();
        var wanted = Wanted.of(context.request());
        var page = pages.of(wanted, now);
        if (page != null && pages.isOf(page, now, LOST)) {
            send(context, wanted, page, CACHE_CONTROL);
        } else if (page != null && pages.isAwayJustNow()) {
            send(context, wanted, page, IN_BAD_TIMES);
        } else if (before.brought()) {
            fly(context, wanted, page, now);
        } else {
            context.next();
        }
    }

    private void send(RoutingContext context, Wanted wanted, KeptPages.Kept page, String cacheControl) {
        served.increment();
        var request = context.request();
        if (!wanted.framed()) {
            ReaderLanguage.inAddress(request)
                    .ifPresent(language -> ReaderLanguage.remember(language, context.response()));
        }
        page.answer.send(request, cacheControl);
    }

    private static boolean accepts(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains("text/html") || accept.contains("*/*") || accept.contains("text/*");
    }
}

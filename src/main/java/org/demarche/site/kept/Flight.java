package org.demarche.site.kept;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One reader's request on the way to the page itself, and those who wait for what it brings back. */
final class Flight {

    /** Under which name a request carries its flight. */
    static final String NAME = Flight.class.getName();

    private record Waiting(RoutingContext request, Context home, Consumer<RoutingContext> then) {}

    final Wanted wanted;
    final long begunAt;
    final long generation;
    private final Consumer<Flight> over;
    private List<Waiting> waiting = new ArrayList<>();
    private volatile boolean brought;

    Flight(Wanted wanted, long begunAt, long generation, Consumer<Flight> over) {
        this.wanted = wanted;
        this.begunAt = begunAt;
        this.generation = generation;
        this.over = over;
    }

    /** Goes on with the request, in its own thread, when this flight is over; false where it is over already. */
    synchronized boolean await(RoutingContext request, Consumer<RoutingContext> then) {
        if (waiting == null) {
            return false;
        }
        waiting.add(new Waiting(request, Vertx.currentContext(), then));
        return true;
    }

    void bring() {
        brought = true;
    }

    /** Whether it came back with a page. */
    boolean brought() {
        return brought;
    }

    /** Over, whatever came of it; the second time does nothing. */
    void land() {
        over.accept(this);
        List<Waiting> all;
        synchronized (this) {
            all = waiting == null ? List.of() : waiting;
            waiting = null;
        }
        for (var one : all) {
            one.home().runOnContext(now -> {
                if (!one.request().response().closed()) {
                    one.then().accept(one.request());
                }
            });
        }
    }
}

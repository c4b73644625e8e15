package org.demarche.site;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that announces itself as too large, before it is sent, and with words; Quarkus itself says nothing. */
@ApplicationScoped
class BodyLimit {

    private static final int AFTER_HEADERS = 9_000;

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_HEADERS);
    }

    private void check(RoutingContext context) {
        if (announced(context.request().getHeader("Content-Length")) <= bytes) {
            context.next();
            return;
        }
        // The body will not be read, so the connection serves nothing more.
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> context.request().connection().close());
        context.fail(413);
    }

    /** No announcement, or one that the HTTP server has to judge, counts as nothing. */
    private static long announced(String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}

package org.demarche.site;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces itself as too large, before it is sent, and with words; Quarkus itself says nothing. What
 * the public sends is a form of some kilobytes, so it has a limit of its own and has to say how long it is.
 */
@ApplicationScoped
class BodyLimit {

    private static final int AFTER_HEADERS = 9_000;

    private static final long PUBLIC_BYTES = 1 << 20;

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_HEADERS);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        boolean isPublic = isPublic(context.normalizedPath(), request.getHeader("Authorization") != null);
        if (isPublic && "chunked".equalsIgnoreCase(request.getHeader("Transfer-Encoding"))) {
            refuse(context, 411);
        } else if (announced(request.getHeader("Content-Length")) > (isPublic ? PUBLIC_BYTES : bytes)) {
            refuse(context, 413);
        } else {
            context.next();
        }
    }

    /** Staff bring files, and so does whoever has a volume checked; a token that is wrong gets no further than that. */
    private static boolean isPublic(String path, boolean bearsToken) {
        return !path.startsWith("/desk") && !path.equals("/verify") && !bearsToken;
    }

    private static void refuse(RoutingContext context, int status) {
        // The body will not be read, so the connection serves nothing more.
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> context.request().connection().close());
        context.fail(status);
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

package org.demarche.site.watch;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Figures tell an attacker how well the attack goes: they are for who bears the token, and for nobody without one. */
@ApplicationScoped
class MetricsDoor {

    private static final int AFTER_OVERLOAD = 9_400;
    private static final String PATH = "/q/metrics";

    private final Optional<byte[]> expected;

    MetricsDoor(WatchConfig config) {
        this.expected = config.metricsToken().map(token -> ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_OVERLOAD);
    }

    private void check(RoutingContext context) {
        if (!context.normalizedPath().startsWith(PATH)) {
            context.next();
        } else if (expected.isEmpty()) {
            context.fail(404);
        } else if (MessageDigest.isEqual(expected.get(), given(context))) {
            // Spent here: the staff's own door would not know this token and refuse it.
            context.request().headers().remove("Authorization");
            context.next();
        } else {
            context.fail(401);
        }
    }

    private static byte[] given(RoutingContext context) {
        var header = context.request().getHeader("Authorization");
        return header == null ? new byte[0] : header.getBytes(StandardCharsets.UTF_8);
    }
}

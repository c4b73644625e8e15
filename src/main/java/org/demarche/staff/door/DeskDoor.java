package org.demarche.staff.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.demarche.common.DemarcheConfig;
import org.demarche.staff.DeskSession;

/** Stands before every request: no desk where this process has none, and no deed that a foreign page asked for. */
@ApplicationScoped
class DeskDoor {

    /** Before anybody is authenticated. */
    private static final int BEFORE_SIGN_IN = SecurityHandlerPriorities.AUTHENTICATION + 10;

    private final DemarcheConfig config;

    DeskDoor(DemarcheConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_SIGN_IN);
    }

    private void check(RoutingContext context) {
        var path = context.normalizedPath();
        var toDesk = path.equals("/desk") || path.startsWith("/desk/");
        var withSession = context.request().getCookie(DeskSession.COOKIE) != null;
        if (toDesk && !config.desk()) {
            context.fail(404);
        } else if ((toDesk || withSession) && !SameOrigin.permits(context.request(), config.baseUrl())) {
            context.fail(403);
        } else {
            context.next();
        }
    }
}

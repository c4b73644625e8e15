package org.demarche.site;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Errors outside the pages and calls: files that are not there, and what is refused before it reaches one. */
@ApplicationScoped
class LastResort {

    /** Ahead of Quarkus's own handler, which shows stack traces in development and an error page of its own. */
    private static final int AHEAD = -10_000;

    private final ErrorAnswer answer;

    LastResort(ErrorAnswer answer) {
        this.answer = answer;
    }

    void register(@Observes Router router) {
        router.route().order(AHEAD).failureHandler(this::answer);
        router.errorHandler(404, this::answer);
    }

    private void answer(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        var status = context.statusCode();
        var problem = context.failure() != null && (status < 400 || status == 500)
                ? ProblemDocuments.of(context.failure())
                : ProblemDocuments.ofStatus(status);
        var body =
                answer.body(problem, context.normalizedPath(), context.request().getHeader("Accept"));
        if (problem.status() == 503) {
            response.putHeader("Retry-After", String.valueOf(ProblemDocuments.RETRY_AFTER_SECONDS));
        }
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", body.mediaType())
                .end(body.text());
    }
}

package org.demarche.site;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
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
    private final CurrentVertxRequest current;

    LastResort(ErrorAnswer answer, CurrentVertxRequest current) {
        this.answer = answer;
        this.current = current;
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
        var body = body(problem, context);
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

    /** What is refused ahead of every page has no request scope yet, and the page for it asks for the reader's language. */
    private ErrorAnswer.Body body(ProblemDocument problem, RoutingContext context) {
        var scope = Arc.container().requestContext();
        if (scope.isActive()) {
            return answer.body(
                    problem, context.normalizedPath(), context.request().getHeader("Accept"));
        }
        scope.activate();
        try {
            current.setCurrent(context);
            return answer.body(
                    problem, context.normalizedPath(), context.request().getHeader("Accept"));
        } finally {
            scope.terminate();
        }
    }
}

package org.demarche.site;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;

/** Lays out trouble at the desk, for whoever sits there. */
@ApplicationScoped
class DeskTrouble {

    private final CurrentVertxRequest current;

    DeskTrouble(CurrentVertxRequest current) {
        this.current = current;
    }

    DeskErrorView view(ProblemDocument problem) {
        var context = current.getCurrent();
        return new DeskErrorView(
                page(problem.title(), context), sentences(problem), back(context.request()), problem.reference());
    }

    /** Trouble may come before anybody is asked who they are: then the frame has no tabs. */
    private static DeskPage page(String title, RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            return new DeskPage(title, "", "", "");
        }
        var identity = user.getSecurityIdentity();
        return DeskPage.of(title, "", identity.getPrincipal().getName(), identity::hasRole);
    }

    private static List<String> sentences(ProblemDocument problem) {
        return problem.violations() == null || problem.violations().isEmpty()
                ? List.of(problem.detail())
                : problem.violations().stream().map(DeskTrouble::sentence).toList();
    }

    /** The API says what is wrong as a phrase that follows the field's name. */
    private static String sentence(Problem problem) {
        var message = problem.message();
        var whole = message.isEmpty() || Character.isLowerCase(message.codePointAt(0))
                ? problem.field() + ": " + message
                : message;
        return whole.endsWith(".") ? whole : whole + ".";
    }

    /** Only a page of our own desk; the browser says which, for the desk keeps the referrer within the house. */
    private static String back(HttpServerRequest request) {
        var referrer = request.getHeader("Referer");
        try {
            var path = referrer == null ? null : URI.create(referrer);
            return path != null
                            && path.getRawPath() != null
                            && path.getRawPath().startsWith("/desk")
                            && !path.getRawPath().contains("//")
                    ? path.getRawPath() + (path.getRawQuery() == null ? "" : "?" + path.getRawQuery())
                    : null;
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}

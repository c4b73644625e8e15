package org.demarche.site;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.demarche.common.DemarcheConfig;

/** What every answer forbids the browser to do, pages, files and errors alike. */
@ApplicationScoped
class SecurityHeaders {

    /** Before everything else, so that refusals carry the headers too. */
    private static final int FIRST = 10_000;

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors ";

    /** Two years, as the preload lists ask. */
    private static final String HSTS = "max-age=63072000";

    private final boolean https;

    SecurityHeaders(DemarcheConfig config) {
        this.https = config.baseUrl().startsWith("https:");
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    add(context.response(), context.normalizedPath());
                    if (isUnder(context.normalizedPath(), "/api")) {
                        context.addHeadersEndHandler(sent -> storeNothing(context.response()));
                    }
                    context.next();
                },
                FIRST);
    }

    private void add(HttpServerResponse response, String path) {
        if (!isDeveloperTool(path)) {
            // The widget is made to be framed by partners' sites; nothing else may be.
            response.putHeader("Content-Security-Policy", POLICY + (isUnder(path, "/embed") ? "*" : "'none'"));
        }
        // Links hold tokens. The desk keeps the referrer within the house: without it a browser sends "Origin: null".
        response.putHeader("Referrer-Policy", isUnder(path, "/desk") ? "same-origin" : "no-referrer");
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            response.putHeader("Strict-Transport-Security", HSTS);
        }
        if (isForOnePerson(path)) {
            response.putHeader("Cache-Control", "no-store");
        }
    }

    /** What a call answers may hold names, or a draft that staff alone may see; only what says so itself is cached. */
    private static void storeNothing(HttpServerResponse response) {
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
    }

    private static boolean isForOnePerson(String path) {
        return isUnder(path, "/desk")
                || isUnder(path, "/my")
                || isUnder(path, "/confirm")
                || isUnder(path, "/unsubscribe")
                || isUnder(path, "/remind")
                || isUnder(path, "/api/v1/my")
                || isUnder(path, "/api/v1/confirmations");
    }

    private static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    private static boolean isDeveloperTool(String path) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && path.startsWith("/q/");
    }
}

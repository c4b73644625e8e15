package org.demarche.site.kept;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.common.page.Assets;

/** Style sheet, scripts and mark, compressed once; for ever where the address changes with them. */
@ApplicationScoped
class SiteFiles {

    private static final int EARLY = 9_600;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Partners and bookmarks hold these addresses; what is wrong in such a file should not be wrong for long. */
    private static final String FOR_AN_HOUR = "public, max-age=3600, stale-if-error=86400";

    /** Those whose address stays the same. */
    private static final List<String> UNNUMBERED = List.of("embed.js", "proof-worker.js", "favicon.svg");

    private final Map<String, Answer> files = new HashMap<>();

    void register(@Observes Filters filters) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return;
        }
        Assets.FILES.forEach(this::read);
        UNNUMBERED.forEach(this::read);
        filters.register(this::admit, EARLY);
    }

    private void read(String name) {
        try (var file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/" + name)) {
            var content = file.readAllBytes();
            var tag = Answer.tag(new String(content, StandardCharsets.UTF_8));
            files.put("/" + name, Answer.of(content, tag, type(name), null, "Accept-Encoding"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css;charset=UTF-8";
            case ".js" -> "text/javascript;charset=UTF-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private void admit(RoutingContext context) {
        var request = context.request();
        var file = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD
                ? files.get(request.path())
                : null;
        if (file == null || Answer.comesTooEarly(request)) {
            context.next();
            return;
        }
        file.send(request, Assets.assets().equals(request.query()) ? FOR_EVER : FOR_AN_HOUR);
    }
}

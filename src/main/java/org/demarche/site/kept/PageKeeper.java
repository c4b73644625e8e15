package org.demarche.site.kept;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps what was read in good times, and hands it out where the database did not answer. */
@Singleton
public class PageKeeper {

    private static final String HTML = "text/html;charset=UTF-8";

    /** When the form was made changes with every second, and nothing else on the page does: its tag leaves it out. */
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"[^\"]*\"");

    private final CurrentVertxRequest current;
    private final KeptPages pages;
    private final Clock clock;

    PageKeeper(CurrentVertxRequest current, KeptPages pages, Clock clock) {
        this.current = current;
        this.pages = pages;
        this.clock = clock;
    }

    @ServerResponseFilter
    public void keep(ContainerRequestContext request, ContainerResponseContext response) {
        var context = current.getCurrent();
        Flight flight = context == null ? null : context.get(Flight.NAME);
        if (flight == null
                || response.getStatus() != 200
                || !(response.getEntity() instanceof String html)
                || !MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            return;
        }
        var answer = Answer.of(
                html.getBytes(StandardCharsets.UTF_8),
                "W/" + tag(html),
                HTML,
                context.response().headers().get(HttpHeaders.CONTENT_LANGUAGE),
                flight.wanted.vary());
        pages.keep(flight, answer);
        // Before it is sent: this reader's line may be slow.
        flight.land();
        response.getHeaders().putSingle(HttpHeaders.ETAG, answer.etag());
        response.getHeaders().putSingle(HttpHeaders.VARY, answer.vary());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, PageDoor.CACHE_CONTROL);
        if (answer.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    /** With a stamp it is another page tomorrow, so that no browser revalidates a form until its stamp is too old. */
    private String tag(String html) {
        var stamp = STAMP.matcher(html);
        if (!stamp.find()) {
            return Answer.tag(html);
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        return Answer.tag(html.substring(0, stamp.start()), today, html.substring(stamp.end()));
    }

    /** The database did not answer this request: what was kept of it, if anything. */
    public Optional<Response> insteadOf() {
        pages.databaseIsAway();
        Flight flight = current.getCurrent().get(Flight.NAME);
        return Optional.ofNullable(flight)
                .flatMap(asked -> pages.last(asked.wanted))
                .map(answer -> Response.ok(answer.plain().getBytes(), HTML)
                        .header(HttpHeaders.CACHE_CONTROL, PageDoor.IN_BAD_TIMES)
                        .build());
    }
}

package org.demarche.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.common.page.PageLanguage;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps what was read in good times, and hands it out while the database is away. */
@Singleton
public class StalePages {

    /** Pages that are the same for everybody who reads their language; {@code check-mail} depends on who asks. */
    private static final Pattern FOR_EVERYBODY =
            Pattern.compile("/(archive)?|/campaigns/[^/]+(/(ledger|deliveries|letter|share))?|/embed/[^/]+");

    private final KeptPages pages;
    private final PageLanguage language;

    StalePages(KeptPages pages, PageLanguage language) {
        this.pages = pages;
        this.language = language;
    }

    /** Nobody waits in vain for a database that did not answer a moment ago. */
    @ServerRequestFilter
    public Optional<Response> spare(ContainerRequestContext request) {
        return pages.isAwayJustNow() ? last(request) : Optional.empty();
    }

    @ServerResponseFilter
    public void keep(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 200
                && isForEverybody(request)
                && request.getUriInfo().getQueryParameters().keySet().stream().allMatch("lang"::equals)
                && response.getEntity() instanceof String html
                && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            pages.keep(path(request), language.quietly(), html);
        }
    }

    /** The page as it was last sent; empty where there is none, and for everything that is not such a page. */
    private Optional<Response> last(ContainerRequestContext request) {
        return isForEverybody(request)
                ? pages.last(path(request), language.quietly())
                        .map(html -> Response.ok(html, "text/html;charset=UTF-8")
                                .header("Cache-Control", "no-store")
                                .build())
                : Optional.empty();
    }

    /** The database did not answer this request: what was kept of it, if anything. */
    Optional<Response> insteadOf(ContainerRequestContext request) {
        pages.databaseIsAway();
        return last(request);
    }

    private static boolean isForEverybody(ContainerRequestContext request) {
        return request.getMethod().equals("GET")
                && FOR_EVERYBODY.matcher(path(request)).matches();
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }
}

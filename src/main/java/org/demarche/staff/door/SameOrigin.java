package org.demarche.staff.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.demarche.staff.DeskSession;

/**
 * Whether a request that changes something was made by one of our own pages, by what the browser says of it (Fetch
 * Metadata, then RFC 6454 Origin): docs/decisions/0010-csrf-by-fetch-metadata.md.
 */
final class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** {@code none}: typed or bookmarked by the person, not led there by a page. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private SameOrigin() {}

    /** Where a session is at stake, silence is a refusal; where none is, only a foreign page is refused. */
    static boolean permits(HttpServerRequest request, String baseUrl) {
        if (SAFE.contains(request.method())) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        var origin = request.getHeader("Origin");
        var source = origin != null ? origin : request.getHeader("Referer");
        if (source == null) {
            return request.getCookie(DeskSession.COOKIE) == null;
        }
        var from = authorityOf(source);
        return from != null && (from.equals(authorityOf(baseUrl)) || from.equals(request.getHeader("Host")));
    }

    /** Host and port as written; null for {@code null} and for what is no address. */
    private static String authorityOf(String url) {
        try {
            return URI.create(url).getRawAuthority();
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }
}

package org.demarche.site.kept;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.common.Language;
import org.demarche.common.page.ReaderLanguage;

/**
 * What decides how a page for everybody looks.
 *
 * @param path as it was asked for
 * @param query the part of it that the page knows, without the language: {@code source=…}, or nothing
 * @param language null where the reader names none of ours: the page then speaks its own
 */
record Wanted(String path, String query, Language language) {

    private static final Set<String> ALONE = Set.of("/", "/archive", "/about", "/privacy");

    /** {@code check-mail} is not among them: it depends on who asks. */
    private static final Set<String> OF_CAMPAIGN = Set.of("", "/ledger", "/deliveries", "/letter", "/share");

    private static final String CAMPAIGNS = "/campaigns/";
    private static final String FRAMES = "/embed/";

    /** As the forms take it. */
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    /** Null for everything that is not such a page. */
    static Wanted of(HttpServerRequest request) {
        var path = request.path();
        if (path == null
                || Answer.comesTooEarly(request)
                || request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            return null;
        }
        if (path.startsWith(FRAMES) && path.indexOf('/', FRAMES.length()) < 0) {
            return new Wanted(path, source(request), ofFrame(request));
        }
        if (!isForEverybody(path)) {
            return null;
        }
        var source = path.startsWith(CAMPAIGNS) ? source(request) : "";
        return new Wanted(path, source, ReaderLanguage.of(request).orElse(null));
    }

    private static boolean isForEverybody(String path) {
        if (!path.startsWith(CAMPAIGNS)) {
            return ALONE.contains(path);
        }
        int end = path.indexOf('/', CAMPAIGNS.length());
        return end < 0 || OF_CAMPAIGN.contains(path.substring(end));
    }

    /** A frame sets no cookie, and reads none. */
    private static Language ofFrame(HttpServerRequest request) {
        var asked = request.query() == null ? null : request.getParam("lang");
        return ReaderLanguage.preferred(asked)
                .or(() -> ReaderLanguage.ofBrowser(request))
                .orElse(null);
    }

    private static String source(HttpServerRequest request) {
        var source = request.query() == null ? null : request.getParam("source");
        return source != null && SOURCE.matcher(source).matches() ? "source=" + source : "";
    }

    /** Whether a cookie may have chosen the language, and may be set. */
    boolean framed() {
        return path.startsWith(FRAMES);
    }

    /** What of a request decides how the page looks, for caches on the way. */
    String vary() {
        return framed() ? "Accept-Language, Accept-Encoding" : "Accept-Language, Cookie, Accept-Encoding";
    }
}

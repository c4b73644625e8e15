package org.demarche.common.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.common.Language;

/** The language a request asks for: {@code ?lang=}, else the cookie, else {@code Accept-Language}. */
public final class ReaderLanguage {

    static final String NAME = "lang";

    private static final Duration REMEMBERED_FOR = Duration.ofDays(365);

    /** Browsers send a few dozen different headers; who sends thousands is no browser. */
    private static final int HEADERS_MAX = 500;

    private static final int HEADER_LENGTH_MAX = 100;

    private static final Map<String, Optional<Language>> HEADERS = new ConcurrentHashMap<>();

    private ReaderLanguage() {}

    /** Empty where the request names none of ours. */
    public static Optional<Language> of(HttpServerRequest request) {
        return inAddress(request).or(() -> remembered(request)).or(() -> ofBrowser(request));
    }

    /** What {@code ?lang=} says; an unknown language is as good as none. */
    public static Optional<Language> inAddress(HttpServerRequest request) {
        return request.query() == null
                ? Optional.empty()
                : Optional.ofNullable(request.getParam(NAME)).flatMap(Language::find);
    }

    /** The language the browser asks for, whatever was chosen here before. */
    public static Optional<Language> ofBrowser(HttpServerRequest request) {
        return preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** As {@link Language#preferred}, reading the usual headers once. */
    public static Optional<Language> preferred(String ranges) {
        if (ranges == null || ranges.length() > HEADER_LENGTH_MAX) {
            return Language.preferred(ranges);
        }
        var known = HEADERS.get(ranges);
        if (known != null) {
            return known;
        }
        if (HEADERS.size() >= HEADERS_MAX) {
            HEADERS.clear();
        }
        var read = Language.preferred(ranges);
        HEADERS.put(ranges, read);
        return read;
    }

    /** Whoever chose a language in an address has it on the next page too. */
    public static void remember(Language language, HttpServerResponse response) {
        response.addCookie(Cookie.cookie(NAME, language.tag())
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(REMEMBERED_FOR.toSeconds()));
    }

    private static Optional<Language> remembered(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .flatMap(Language::find);
    }
}

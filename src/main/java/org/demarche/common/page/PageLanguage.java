package org.demarche.common.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.common.Language;

/** The language of the page being asked for: {@code ?lang=}, else the cookie, else {@code Accept-Language}, else a default. */
@RequestScoped
public class PageLanguage {

    static final String NAME = "lang";
    private static final Duration REMEMBERED_FOR = Duration.ofDays(365);

    @Inject
    CurrentVertxRequest current;

    /** The reader's language, English where nothing says otherwise. */
    public Language get() {
        return or(Language.EN);
    }

    /** The reader's language, with what the page speaks by itself. An unknown {@code ?lang=} is as good as none. */
    public Language or(Language pageDefault) {
        var request = current.getCurrent().request();
        var response = current.getCurrent().response();
        asked(request).ifPresent(language -> remember(language, response));
        var language = chosen(request).orElse(pageDefault);
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            response.putHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        }
        return language;
    }

    /** The reader's language, English where nothing says otherwise; remembers and announces nothing. */
    public Language quietly() {
        return chosen(current.getCurrent().request()).orElse(Language.EN);
    }

    private static Optional<Language> chosen(HttpServerRequest request) {
        return asked(request)
                .or(() -> remembered(request))
                .or(() -> Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Optional<Language> asked(HttpServerRequest request) {
        return Optional.ofNullable(request.getParam(NAME)).flatMap(Language::find);
    }

    /** The language the browser asks for, whatever was chosen here before; remembers nothing. */
    public Language ofBrowser(Language pageDefault) {
        var header = current.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        current.getCurrent().response().putHeader(HttpHeaders.VARY, "Accept-Language");
        return Language.preferred(header).orElse(pageDefault);
    }

    /** Path and query of this request without {@code lang}: what the language links lead back to. */
    public String path() {
        var request = current.getCurrent().request();
        if (request.query() == null) {
            return request.path();
        }
        var rest = Arrays.stream(request.query().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.equals(NAME) && !pair.startsWith(NAME + "="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? request.path() : request.path() + "?" + rest;
    }

    /** The frame for this request, in this language. */
    public Page page(Language language, Letterhead letterhead) {
        return new Page(language, path(), letterhead);
    }

    private static Optional<Language> remembered(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .flatMap(Language::find);
    }

    private static void remember(Language language, HttpServerResponse response) {
        response.addCookie(Cookie.cookie(NAME, language.tag())
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(REMEMBERED_FOR.toSeconds()));
    }
}

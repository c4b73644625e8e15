package org.demarche.common.page;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.common.Language;

/** The language of the page being asked for: {@code ?lang=}, else the cookie, else {@code Accept-Language}, else a default. */
@RequestScoped
public class PageLanguage {

    /** Where the request carries this, it is all of its query that the page may know of: a string, without {@code lang}. */
    public static final String QUERY = "demarche.query";

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
        if (request.method() == HttpMethod.GET) {
            // A form names the language it was written in; nobody chose it by sending the form.
            ReaderLanguage.inAddress(request).ifPresent(language -> ReaderLanguage.remember(language, response));
        }
        var language = ReaderLanguage.of(request).orElse(pageDefault);
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            response.putHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        }
        return language;
    }

    /** What the address of the next page must end with, so that the language stays where no cookie is kept; else nothing. */
    public String carried() {
        var request = current.getCurrent().request();
        return ReaderLanguage.inAddress(request)
                .filter(language -> request.getCookie(ReaderLanguage.NAME) == null)
                .filter(language -> !ReaderLanguage.ofBrowser(request).equals(Optional.of(language)))
                .map(language -> "?" + ReaderLanguage.NAME + "=" + language.tag())
                .orElse("");
    }

    /** The language the browser asks for, whatever was chosen here before; remembers nothing. */
    public Language ofBrowser(Language pageDefault) {
        var context = current.getCurrent();
        context.response().putHeader(HttpHeaders.VARY, "Accept-Language");
        return ReaderLanguage.ofBrowser(context.request()).orElse(pageDefault);
    }

    /** Path and query of this request without {@code lang}: what the language links lead back to. */
    public String path() {
        var context = current.getCurrent();
        var path = context.request().path();
        String known = context.get(QUERY);
        var rest = known == null ? withoutLanguage(context.request().query()) : known;
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    private static String withoutLanguage(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty()
                                && !pair.equals(ReaderLanguage.NAME)
                                && !pair.startsWith(ReaderLanguage.NAME + "="))
                        .collect(Collectors.joining("&"));
    }

    /** The frame for this request, in this language. */
    public Page page(Language language, Letterhead letterhead) {
        return new Page(language, path(), letterhead);
    }
}

package org.demarche.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Says the same trouble to a program as a problem document and to a person as a page. */
@ApplicationScoped
class ErrorAnswer {

    record Body(String mediaType, String text) {}

    private final ObjectMapper json;
    private final ErrorPage page;

    ErrorAnswer(ObjectMapper json, ErrorPage page) {
        this.json = json;
        this.page = page;
    }

    /** Everything under {@code /api}, and whoever asks for JSON and not for HTML, is a program. */
    static boolean isForProgram(String path, String accept) {
        if (path.startsWith("/api/") || path.equals("/api")) {
            return true;
        }
        var wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        return wanted.contains("json") && !wanted.contains("html");
    }

    Body body(ProblemDocument problem, String path, String accept) {
        if (!isForProgram(path, accept)) {
            return new Body("text/html;charset=UTF-8", page.render(problem, path));
        }
        try {
            return new Body(ProblemDocument.MEDIA_TYPE, json.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.demarche.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.demarche.common.Problem;

/**
 * What went wrong, for programs: RFC 9457, {@code application/problem+json}.
 *
 * @param title the status in words, the same for every such answer
 * @param detail what this caller can do about it, or null
 * @param violations for bad input, which field and why; else null
 * @param reference for unexpected trouble, what to look for in the log; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        String type, String title, int status, String detail, List<Problem> violations, String reference) {

    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDocument of(int status, String detail) {
        return new ProblemDocument("about:blank", titleOf(status), status, detail, null, null);
    }

    ProblemDocument with(List<Problem> violations) {
        return new ProblemDocument(type, title, status, detail, List.copyOf(violations), reference);
    }

    ProblemDocument referring(String reference) {
        return new ProblemDocument(type, title, status, detail, violations, reference);
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 400 -> "Not understood";
            case 401 -> "Sign in first";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not possible here";
            case 406 -> "Not available in that form";
            case 409 -> "Not in this state";
            case 413 -> "Too large";
            case 415 -> "Not a form we read";
            case 429 -> "Too many at once";
            case 501 -> "Not built yet";
            case 503 -> "Not available right now";
            default -> status < 500 ? "Not possible" : "Something went wrong here";
        };
    }
}

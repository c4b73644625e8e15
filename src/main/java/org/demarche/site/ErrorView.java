package org.demarche.site;

import org.demarche.common.page.Page;

/**
 * What went wrong and where to go from here.
 *
 * @param status the HTTP status, which chooses the words
 * @param reference what the log line carries, for unexpected trouble; else null
 */
public record ErrorView(Page page, int status, String reference) {

    /** The name of the words for this status. */
    public String kind() {
        return switch (status) {
            case 401, 403 -> "forbidden";
            case 404, 410 -> "missing";
            case 409 -> "conflict";
            case 413 -> "tooLarge";
            case 429 -> "tooMany";
            case 502, 503, 504 -> "down";
            default -> status >= 500 ? "broken" : "bad";
        };
    }
}

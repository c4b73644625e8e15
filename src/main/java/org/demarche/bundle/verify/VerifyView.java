package org.demarche.bundle.verify;

import org.demarche.common.page.Page;

/**
 * Checking a document at {@code /verify}: GET with {@code ?digest=}, or POST of a {@code file} as multipart.
 *
 * @param digest what was typed or computed; empty for a first visit
 * @param match what it is; null unless {@code result} is {@code GENUINE}
 */
public record VerifyView(Page page, String digest, Result result, Match match) {

    public enum Result {
        NONE,
        GENUINE,
        UNKNOWN,
        NO_DIGEST,
        EMPTY
    }

    /**
     * @param volume such as "volume 2 of 4", as said
     * @param sealed the day as said
     * @param record the path of the delivery record; null while it is not published
     */
    public record Match(String volume, String mission, String sealed, String record) {}
}

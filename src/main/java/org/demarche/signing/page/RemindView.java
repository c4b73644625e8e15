package org.demarche.signing.page;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * A step on the way to being reminded of an opening.
 *
 * @param slug the campaign, for the way back
 * @param token of the link; null where there is none yet, or no more
 */
public record RemindView(Page page, Step step, String slug, Phrase title, String token) {

    public enum Step {
        ASKED,
        CONFIRM,
        CONFIRMED,
        FORGOTTEN
    }
}

package org.demarche.site.share;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Tally;

/**
 * The widget in a frame on another site.
 *
 * @param address of the letter, with the language and the source that is credited
 * @param count null while nothing can have been signed
 * @param goalText as said
 * @param day the day it opens, closes or was closed, as said; null for none
 */
public record EmbedView(
        Page page,
        String slug,
        Phrase title,
        String address,
        Phase phase,
        Tally count,
        long goal,
        String goalText,
        String day) {

    public enum Phase {
        SOON,
        OPEN,
        CLOSED
    }

    public boolean soon() {
        return phase == Phase.SOON;
    }

    public boolean open() {
        return phase == Phase.OPEN;
    }

    /** How far the line is drawn; a goal that was passed is a full line. */
    public long reached() {
        return Math.min(goal, count.n());
    }
}

package org.demarche.delivery;

import java.util.List;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * The public record of what was delivered, at {@code /campaigns/{slug}/deliveries}: strictly by date, in full sentences.
 *
 * @param published the day as said; null while nothing is published
 * @param lead the story in a few sentences, written by staff; null for none
 * @param closed the moment the list closed, as said; {@code total} and {@code listed} as said, null while unknown
 * @param root hex in groups of four; null while unknown
 * @param answer who replied and when, the newest; null for nobody so far
 */
public record DeliveriesView(
        Page page,
        String slug,
        Phrase campaign,
        String published,
        Phrase lead,
        String closed,
        String total,
        String listed,
        String root,
        Phrase answer,
        List<Entry> entries,
        List<Volume> volumes) {

    public enum Outcome {
        ACCEPTED,
        REFUSED,
        RETURNED,
        LEFT,
        SERVER,
        UNKNOWN
    }

    /**
     * @param when ISO 8601, for machines; {@code day} and {@code time} as said, time null for none
     * @param text what happened, public
     * @param reply what the mission replied, where staff published it; null for none
     * @param evidence a link to a photograph or stamped copy, its words in the page's language; null for none
     */
    public record Entry(
            String when,
            String day,
            String time,
            String mission,
            Phrase text,
            Outcome outcome,
            Evidence evidence,
            Phrase reply,
            List<Photo> photos) {}

    /** @param words what is to be seen */
    public record Photo(String src, String words, int width, int height) {}

    public record Evidence(String href, String words) {}

    /** @param sha256 hex in groups of four */
    public record Volume(String mission, int number, int of, String pages, String lines, String sha256) {}
}

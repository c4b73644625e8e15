package org.demarche.site;

import io.quarkus.qute.RawString;
import java.util.List;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Tally;

/**
 * The list of letters at {@code /}.
 *
 * @param introduction the organisation about itself; null for a general sentence
 * @param first the letter shown open, with a piece of its sheet; null if none is open
 * @param others the rest, newest first, without the first
 * @param past whether there is anything in the archive
 */
public record HomeView(Page page, Phrase introduction, First first, List<Entry> others, boolean past) {

    public enum State {
        SOON,
        OPEN,
        CLOSED,
        DELIVERED,
        ARCHIVED;

        boolean past() {
            return this == CLOSED || this == DELIVERED || this == ARCHIVED;
        }
    }

    /**
     * @param closes the last day, said in the page's language
     * @param count confirmed signatures
     * @param goal as said; null without one
     * @param letterLang the language of what follows
     * @param addressee lines at the head of the letter
     * @param ask the part of the letter that carries the request; null where it has none that stands out
     * @param summary said beside the letter, where no part of it is shown
     */
    public record First(
            String slug,
            Phrase title,
            String closes,
            Tally count,
            String goal,
            boolean signable,
            String letterLang,
            List<String> addressee,
            String salutation,
            RawString ask,
            Phrase summary) {}

    /**
     * @param day the day that goes with the state, as said
     * @param summary null for none
     * @param letters own letters so far; none hides the sentence
     * @param record whether a delivery record is published
     */
    public record Entry(
            String slug,
            State state,
            String day,
            Phrase title,
            Phrase summary,
            Tally count,
            Tally letters,
            boolean record) {

        public boolean open() {
            return state == State.OPEN;
        }
    }
}

package org.demarche.signing.register;

import java.util.List;
import java.util.UUID;
import org.demarche.common.page.DeskPage;
import org.demarche.signing.Words;

/**
 * What signers want to be shown, as it is read at the desk.
 *
 * @param state of those that are listed
 * @param number of the page, from 0
 * @param reason as typed
 * @param done what was done just now; null for nothing
 * @param problem why nothing was done; null for none
 */
public record CommentsView(
        DeskPage page,
        String slug,
        String title,
        Words state,
        List<Row> rows,
        long total,
        int number,
        String reason,
        String done,
        String problem) {

    static final int SIZE = 50;

    /**
     * @param comment empty for somebody who only wants to be named
     * @param shown where it would stand, in words
     */
    public record Row(UUID id, String name, String comment, String shown, String signed, boolean ticked) {

        public String number() {
            return id.toString().substring(0, 8);
        }
    }

    public List<Words> states() {
        return List.of(Words.values());
    }

    public boolean isListed(Words other) {
        return other == state;
    }

    public String word(Words of) {
        return switch (of) {
            case UNREAD -> "to be read";
            case CLEARED -> "may be shown";
            case REFUSED -> "not shown";
        };
    }

    public boolean mayClear() {
        return state != Words.CLEARED;
    }

    public boolean mayRefuse() {
        return state != Words.REFUSED;
    }

    public boolean hasMore() {
        return (number + 1L) * SIZE < total;
    }

    public String link(int page) {
        return "/desk/comments/" + slug + "?state=" + state + "&page=" + page;
    }
}

package org.demarche.signing.page;

import java.util.List;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.signing.letters.LetterProgress;

/**
 * A signer's own page at {@code /my/{token}}. Its forms post to {@code /my/{token}/disclosure} (fields
 * {@code disclosure}, {@code initials}), {@code /my/{token}/withdraw} (field {@code sure=yes}) and
 * {@code /my/{token}/news} (stops the news).
 *
 * @param open whether the list is still open, so that disclosure can change
 * @param toChina whether the reader of the sheets is China; the notice of care names it
 * @param closeDay the day the list closes or closed, as said
 * @param changed whether a change was just made
 * @param form the chosen disclosure and initials, with problems
 * @param receipt null until confirmed
 * @param held all that is kept; null once it is erased
 */
public record MyView(
        Page page,
        String token,
        Status status,
        String slug,
        Phrase campaign,
        boolean open,
        boolean toChina,
        String closeDay,
        boolean changed,
        SignFormView form,
        Preview preview,
        Receipt receipt,
        Held held,
        List<Letter> letters) {

    public enum Status {
        PENDING,
        CONFIRMED,
        HELD,
        REJECTED,
        WITHDRAWN
    }

    /** Every field we hold about the signer; empty ones are shown as none. */
    public record Held(
            String name, String email, String country, String region, String city, String comment, String source) {}

    /**
     * An own letter.
     *
     * @param to the mission; {@code words} its own paragraphs
     * @param progress a {@link LetterProgress.Stage}, or PENDING, STOPPED, or YOURS where the writer sends it
     */
    public record Letter(String to, String channel, List<String> words, String progress) {}

    /** The day until which the signer can change things; null once the list is closed. */
    public String openUntil() {
        return open ? closeDay : null;
    }

    public boolean frozen() {
        return !open && status == Status.CONFIRMED;
    }

    public boolean changeable() {
        return open && (status == Status.CONFIRMED || status == Status.PENDING);
    }
}

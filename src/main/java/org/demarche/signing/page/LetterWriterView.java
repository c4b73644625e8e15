package org.demarche.signing.page;

import java.util.List;
import java.util.Locale;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * Writing an own letter at {@code /campaigns/{slug}/letter}. The form posts to the same address with
 * {@code action=find|preview|send}; only {@code send} stores anything. Fields beyond those of a signature:
 * {@code paragraph}, {@code channel}, {@code mission}.
 *
 * @param maxParagraph characters, as said
 * @param mission the mission responsible for the place in the form; null until there is one
 * @param sheet the letter with the own words in it and signed as the form's disclosure says; the page hides it as soon as
 *     another disclosure is chosen, until it is rendered anew; null while no letter can be laid out
 */
public record LetterWriterView(
        Page page,
        String slug,
        Phrase campaign,
        String maxParagraph,
        Office mission,
        Sheet sheet,
        SignFormView form,
        Places places,
        Preview preview) {

    /**
     * @param regions what it serves, as said; {@code checked} the day its address was verified, as said, or null
     * @param address lines in the mission's local language
     */
    public record Office(
            String code, String name, String regions, String addressLang, List<String> address, String checked) {}

    /** The same with another form, for which neither mission nor letter has been looked up. */
    LetterWriterView unread(SignFormView other) {
        return new LetterWriterView(page, slug, campaign, maxParagraph, null, null, other, places, preview);
    }

    /** The disclosure under which the sheet was rendered, as the page's switches name it. */
    public String shown() {
        return form.disclosure().toLowerCase(Locale.ROOT);
    }

    public String channel() {
        return form.value("channel").isEmpty() ? "PLATFORM" : form.value("channel");
    }
}

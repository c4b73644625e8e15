package org.demarche.signing;

import io.quarkus.qute.RawString;
import java.util.List;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * Writing an own letter at {@code /campaigns/{slug}/letter}. The form posts to the same address with
 * {@code action=find|preview|send}; only {@code send} stores anything. Fields beyond those of a signature:
 * {@code paragraph}, {@code channel}, {@code mission}.
 *
 * @param maxParagraph characters, as said
 * @param mission the mission responsible for the place in the form; null until there is one
 * @param before the letter's fixed text above the own words, as safe XHTML; {@code after} below them
 * @param sheet addressee, date, salutation and closing; its body and signatory are not used
 */
public record LetterWriterView(
        Page page,
        String slug,
        Phrase campaign,
        String maxParagraph,
        Office mission,
        RawString before,
        RawString after,
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

    /** The own words, paragraph by paragraph. */
    public List<String> paragraphs() {
        return form.value("paragraph").lines().filter(line -> !line.isBlank()).toList();
    }

    public String channel() {
        return form.value("channel").isEmpty() ? "PLATFORM" : form.value("channel");
    }
}

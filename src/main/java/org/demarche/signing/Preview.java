package org.demarche.signing;

import org.demarche.common.Language;
import org.demarche.common.page.Wording;

/**
 * The line that each disclosure would print.
 *
 * @param full the line for {@code FULL}; {@code initials}, {@code country} likewise
 * @param sample whether the name is an example and not the reader's own
 * @param total what the cover will say with the reader among the signers, as said; null hides it
 */
public record Preview(String full, String initials, String country, boolean sample, String total) {

    /** As {@link #sample}, for a letter: there the country stands as "A resident of Japan". */
    public static Preview sampleLetter(Language language) {
        var listed = sample(language, null);
        var resident = Wording.of(LetterMessages.class, language).resident(listed.country());
        return new Preview(listed.full(), listed.initials(), resident, true, null);
    }

    /** The lines of an invented person, for a form that is still empty. */
    public static Preview sample(Language language, String total) {
        var words = Wording.of(SigningMessages.class, language);
        return new Preview(
                words.linePlaced(words.sampleName(), words.sampleCity(), words.sampleCountry()),
                words.lineShort("H. M.", words.sampleCountry()),
                words.sampleCountry(),
                true,
                total);
    }
}

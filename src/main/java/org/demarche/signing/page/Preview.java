package org.demarche.signing.page;

import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.signing.Disclosure;
import org.demarche.signing.OwnLine;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SigningMessages;
import org.demarche.signing.letters.LetterMessages;

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

    /** All lines that this signer can choose from. */
    static Preview choices(OwnLine lines, Signature signature, Person person, Language language) {
        return new Preview(
                lines.of(Disclosure.FULL, signature.country, person, language),
                lines.of(Disclosure.INITIALS, signature.country, person, language),
                lines.of(Disclosure.COUNTRY, signature.country, person, language),
                false,
                null);
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

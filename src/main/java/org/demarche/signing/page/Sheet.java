package org.demarche.signing.page;

import io.quarkus.qute.RawString;
import org.demarche.common.Language;
import org.demarche.common.page.Tally;
import org.demarche.common.page.Wording;

/**
 * A letter as the mission reads it, in its own language.
 *
 * @param html what the letter's renderer wrote and nothing else: safe XHTML, one div a part (date, to, body, close,
 *     signed)
 * @param others confirmed signatures, for the last line; null for none
 * @param countries how many countries they live in
 */
public record Sheet(Language language, RawString html, Tally others, Tally countries) {

    /** "and 1,847 people in 23 countries, each named here only as they chose to be", in the letter's language. */
    public String andOthers() {
        return others == null || !others.any()
                ? null
                : Wording.of(CampaignMessages.class, language).andOthers(others, countries);
    }
}

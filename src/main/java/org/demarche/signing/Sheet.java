package org.demarche.signing;

import io.quarkus.qute.RawString;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.page.Tally;
import org.demarche.common.page.Wording;

/**
 * A letter as the mission reads it, in its own language; empty parts are left out.
 *
 * @param addressee lines at the head
 * @param body paragraphs as safe XHTML, from the letter's renderer and from nowhere else; in Japanese and Chinese
 *     {@code class="open"} marks a paragraph without indent and {@code class="close"} the closing word at the far side
 * @param closing such as "Respectfully,"; null where the body ends with it
 * @param signatory lines: name, office, organisation
 * @param others confirmed signatures, for the last line; null for none
 * @param countries how many countries they live in
 */
public record Sheet(
        Language language,
        List<String> addressee,
        String dateLine,
        String salutation,
        RawString body,
        String closing,
        List<String> signatory,
        Tally others,
        Tally countries) {

    /** "and 1,847 people in 23 countries, each named here only as they chose to be", in the letter's language. */
    public String andOthers() {
        return others == null || !others.any()
                ? null
                : Wording.of(CampaignMessages.class, language).andOthers(others, countries);
    }
}

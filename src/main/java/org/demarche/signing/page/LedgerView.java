package org.demarche.signing.page;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Tally;

/**
 * The head of a campaign's ledger at {@code /campaigns/{slug}/ledger}.
 *
 * @param counted how many of the entries count today; the rest were withdrawn
 * @param root hex in groups of four; {@code signature} and {@code publicKey} in base64
 * @param asOf as said, with its zone
 */
public record LedgerView(
        Page page,
        String slug,
        Phrase campaign,
        Tally size,
        Tally counted,
        String root,
        String asOf,
        String signature,
        String publicKey) {

    public boolean someWithdrawn() {
        return counted.n() < size.n();
    }
}

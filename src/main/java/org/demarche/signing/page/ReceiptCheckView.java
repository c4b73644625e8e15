package org.demarche.signing.page;

import org.demarche.common.page.Page;

/**
 * Checking a receipt at {@code /verify/receipt}: GET for the form, POST of {@code receipt}.
 *
 * @param pasted what was pasted; empty for a first visit
 * @param result a {@link org.demarche.signing.ledger.ReceiptCheck.Result} by name; null for a first visit
 * @param slug of the campaign, {@code title}, {@code hour}, {@code country}, {@code place} and {@code size} as said; null
 *     unless the receipt is genuine
 */
public record ReceiptCheckView(
        Page page,
        String pasted,
        String result,
        String slug,
        String title,
        String hour,
        String country,
        String place,
        String size) {

    public boolean genuine() {
        return "GENUINE".equals(result);
    }
}

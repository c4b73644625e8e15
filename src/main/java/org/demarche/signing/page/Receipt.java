package org.demarche.signing.page;

import org.demarche.common.page.Phrase;

/**
 * A signer's proof of being counted, as it stands on their page.
 *
 * @param version of the letter text that was shown, in {@code languageName}
 * @param confirmedAt the hour as said, no finer: "10 September 2026, between 14:00 and 15:00 (Japan Time)"
 * @param place in the ledger, counted from 1, as said; null while the entry is being written, and then so are
 *     {@code size}, {@code leaf}, {@code root} and {@code signedAt}
 * @param line the very words printed; null for {@code COUNTED}
 * @param leaf hex in groups of four, {@code root} likewise
 */
public record Receipt(
        String myToken,
        Phrase letter,
        int version,
        String languageName,
        String confirmedAt,
        String place,
        String size,
        String line,
        boolean publicName,
        boolean news,
        String leaf,
        String root,
        String signedAt) {}

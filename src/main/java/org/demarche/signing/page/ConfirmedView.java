package org.demarche.signing.page;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * Shown after the button, the first time and every time.
 *
 * @param myToken leads to {@code /my/{token}}
 * @param deliveryDay as said; null while it is not fixed
 * @param letter whether an own letter was confirmed, not a signature
 * @param ownLetters whether an own letter may be written too
 * @param publicAddress the campaign's full address, to tell others
 * @param receipt null for an own letter
 * @param mailto for an own letter by {@code OWN_MAIL}, the address that opens it in the signer's mail program; else null
 * @param pdf for an own letter, the path of it as PDF; else null
 */
public record ConfirmedView(
        Page page,
        String myToken,
        String slug,
        Phrase campaign,
        String deliveryDay,
        boolean letter,
        boolean ownLetters,
        String publicAddress,
        Receipt receipt,
        String mailto,
        String pdf) {}

package org.demarche.pdf;

import java.util.Locale;

/**
 * How documents are bound into one volume: a margin for the binder, each document on a right-hand page and an even number
 * of pages, so that both sides of the paper can be printed; and, if wanted, a running head with the page's number, and
 * contents in front that are written last.
 *
 * @param language of the running head
 * @param running what stands at the head of every page; null for no head
 */
public record Binding(Locale language, String running) {

    /** Bound without a running head. */
    public static Binding withoutHead(Locale language) {
        return new Binding(language, null);
    }
}

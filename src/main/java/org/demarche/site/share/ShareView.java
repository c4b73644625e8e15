package org.demarche.site.share;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * How to tell others of a letter, without anybody counting who follows.
 *
 * @param address of the letter, in full
 * @param mailto opens an e-mail that holds it
 * @param widget the line for another site, {@code frame} the one for sites without scripts
 */
public record ShareView(
        Page page, String slug, Phrase title, String address, String mailto, String widget, String frame) {}

package org.demarche.site;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * Who stands behind the letters.
 *
 * @param introduction the organisation about itself; null leaves it out
 */
public record AboutView(Page page, Phrase introduction) {}

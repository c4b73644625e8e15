package org.demarche.site;

import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * Who stands behind the letters.
 *
 * @param introduction the organisation about itself; null leaves it out
 * @param fourEyes whether a second person must agree before anything leaves
 * @param postal the organisation's address on paper
 * @param website without its scheme
 */
public record AboutView(Page page, Phrase introduction, boolean fourEyes, String postal, String website) {}

package org.demarche.site;

import org.demarche.common.page.Page;

/**
 * What is kept of a person, why, who sees it, and when it is erased.
 *
 * @param postal the organisation's address on paper
 * @param website without its scheme
 */
public record PrivacyView(Page page, String postal, String website) {}

package org.demarche.site;

import org.demarche.common.page.Page;

/** What is kept of a person, why, who sees it, and when it is erased. */
public record PrivacyView(Page page) {}

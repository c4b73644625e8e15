package org.demarche.signing.page;

import org.demarche.common.page.Page;

/**
 * "Please look in your mail": the same for everyone who signs, whether new, known or held.
 *
 * @param slug the campaign, for the way back to the form
 * @param sender the address the mail comes from
 */
public record CheckMailView(Page page, String slug, String sender) {}

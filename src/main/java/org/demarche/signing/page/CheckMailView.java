package org.demarche.signing.page;

import org.demarche.common.page.Page;

/**
 * "Please look in your mail": the same for everyone who signs, whether new, known or held.
 *
 * @param slug the campaign, for the way back to the form
 * @param sender the address the mail comes from
 * @param localMailbox whether this reader finds the mail at {@code /desk/mailbox}, because none leaves the machine yet
 */
public record CheckMailView(Page page, String slug, String sender, boolean localMailbox) {}

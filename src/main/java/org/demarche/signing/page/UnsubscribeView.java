package org.demarche.signing.page;

import org.demarche.common.page.Page;

/** Stops the news; posts to {@code /unsubscribe/{token}}, which mail programs may call directly (RFC 8058). */
public record UnsubscribeView(Page page, String token, boolean done) {}

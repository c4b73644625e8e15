package org.demarche.mail;

import java.util.UUID;

/**
 * A person wants a mail tried again; whoever it belongs to may refuse by throwing, before anything is changed.
 *
 * @param reference the delivery it belongs to
 */
public record MailRetrying(UUID reference) {}

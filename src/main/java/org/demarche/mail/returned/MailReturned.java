package org.demarche.mail.returned;

import java.util.UUID;

/**
 * Somebody answered a mail, by hand or by machine; fired in the transaction that files the answer.
 *
 * @param reference the delivery it belongs to, or null
 */
public record MailReturned(UUID mail, UUID reference, ReturnedKind kind) {}

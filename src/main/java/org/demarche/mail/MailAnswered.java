package org.demarche.mail;

import java.util.UUID;

/**
 * A mail's state changed by an answer or by a person; fired in the transaction that records it.
 *
 * @param reference the delivery it belongs to, or null
 * @param attempts tries so far, this one included
 * @param person the signature whose mail it is, or null
 * @param answer the relay's words without addresses, at most 500 characters, or null
 */
public record MailAnswered(
        UUID mail, Purpose purpose, UUID reference, UUID person, MailState state, int attempts, String answer) {

    /** Of a mail that is nobody's own. */
    public MailAnswered(UUID mail, Purpose purpose, UUID reference, MailState state, int attempts, String answer) {
        this(mail, purpose, reference, null, state, attempts, answer);
    }
}

package org.demarche.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail in a list.
 *
 * @param to null where it was erased, this process holds no key for it, or this reader may not see it
 * @param dueAt when it is tried next, where it is queued
 */
public record MailView(
        UUID id,
        String to,
        Purpose purpose,
        MailState state,
        int attempts,
        String lastAnswer,
        String subject,
        String campaign,
        UUID reference,
        Instant queuedAt,
        Instant dueAt) {

    /** As this reader may see it: campaigners need no address of a person. */
    static MailView of(Mail mail, MailVault vault, Reading.Reader reader) {
        boolean hidden = reader == Reading.Reader.STAFF && mail.purpose.toPerson();
        return new MailView(
                mail.id,
                hidden ? null : vault.recipientIfReadable(mail).orElse(null),
                mail.purpose,
                mail.state,
                mail.attempts,
                mail.lastAnswer,
                vault.subjectIfReadable(mail).orElse(null),
                mail.campaign,
                mail.reference,
                mail.queuedAt,
                mail.state == MailState.QUEUED ? mail.dueAt : null);
    }
}

package org.demarche.mail;

/** What is known of a mail. {@code ACCEPTED} means taken by the relay, never read by anyone. */
public enum MailState {
    QUEUED,
    /** Waits for a person: for approval, for a relay, or after the relay refused it for a reason that is not the address. */
    HELD,
    SENDING,
    ACCEPTED,
    /** It may or may not have arrived; a person decides. */
    UNKNOWN,
    /** Given up after days of temporary refusals. */
    SOFT_BOUNCED,
    /** The mailbox does not exist. */
    HARD_BOUNCED,
    /** Not sent: the mailbox is not mailed any more. */
    SUPPRESSED,
    CANCELLED
}

package org.demarche.mail.bounce;

import java.util.List;

/**
 * What a mail that came in is, by its own word.
 *
 * @param status of a report: RFC 3463, or a plain SMTP code; empty for other mail
 * @param words of a report, as the reporting server put them; the subject of other mail
 * @param recipients the mailboxes a report is about, as far as it names them
 * @param marks texts that may hold the mark of the mail it answers, those hardest to come by first
 */
public record Incoming(Kind kind, String status, String words, List<String> recipients, List<String> marks) {

    /** What it wants. */
    public enum Kind {
        /** A mail failed for good. */
        FAILED,
        /** A mail is still being tried by some server. */
        DELAYED,
        /** A mail arrived, or left for a system that reports nothing more. */
        ARRIVED,
        /** A reader called a mail unwanted (RFC 5965). */
        COMPLAINT,
        /** A machine answered for a person who is away, or to say that mail arrived. */
        AUTO_REPLY,
        /** Anything else, such as a person's answer. */
        LETTER
    }
}

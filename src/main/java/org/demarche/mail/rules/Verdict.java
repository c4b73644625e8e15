package org.demarche.mail.rules;

import java.util.Set;

/** What a lasting refusal says of the mailbox, by its status code (RFC 3463), whoever reports it. */
public enum Verdict {
    /** It is certainly the mailbox's fault; it is not mailed again. */
    GONE,
    /** Probably the mailbox's fault, not sure enough to silence it. */
    PROBABLY_GONE,
    /** It may work another day. */
    NOT_NOW,
    /** Refused for what we are or sent: ours to put right. */
    OURS;

    /** The sender's own address is at fault; 5.1.0 says nothing certain. */
    private static final Set<String> NOT_THE_MAILBOX = Set.of("5.1.0", "5.1.7", "5.1.8", "5.1.9");

    /** Full, and given up after days of trying. */
    private static final Set<String> TIRED = Set.of("5.2.2", "5.4.7");

    /**
     * Without an enhanced code these say "no such mailbox" and now and then "not from you"; 5.4.1 is how a large house
     * says that it knows no such recipient; the others, that the domain cannot be reached by anybody.
     */
    private static final Set<String> DOUBTFUL = Set.of("550", "551", "553", "5.4.1", "5.4.4", "5.4.310");

    public static Verdict of(String status) {
        if (status.startsWith("5.1.") && !NOT_THE_MAILBOX.contains(status) || status.equals("5.2.1")) {
            return GONE;
        }
        if (DOUBTFUL.contains(status)) {
            return PROBABLY_GONE;
        }
        return status.startsWith("4") || TIRED.contains(status) ? NOT_NOW : OURS;
    }
}

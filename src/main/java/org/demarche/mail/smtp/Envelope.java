package org.demarche.mail.smtp;

/**
 * One message for one mailbox.
 *
 * @param from where failure is reported to (RFC 5321's reverse-path); null for the relay's usual sender
 * @param id comes back in a report of failure (RFC 3461's ENVID); null for none
 * @param bytes as they travel, lines ending in CR LF
 * @param handed called when all bytes are written and only the final dot is missing; by throwing it stops the message
 */
public record Envelope(String from, String to, String id, byte[] bytes, Runnable handed) {

    public Envelope {
        // A line break here would end the command and begin another.
        if (to.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("an envelope's address with blanks or controls");
        }
    }

    /** Whether it needs an extension that few servers have (RFC 6531). */
    boolean needsUtf8() {
        return to.chars().anyMatch(c -> c > 0x7F);
    }

    public Envelope(String to, byte[] bytes, Runnable handed) {
        this(null, to, null, bytes, handed);
    }
}

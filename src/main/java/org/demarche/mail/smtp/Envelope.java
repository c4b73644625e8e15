package org.demarche.mail.smtp;

/**
 * One message for one mailbox.
 *
 * @param bytes as they travel, lines ending in CR LF
 * @param handed called when all bytes are written and only the final dot is missing; by throwing it stops the message
 */
public record Envelope(String to, byte[] bytes, Runnable handed) {}

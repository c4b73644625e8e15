package org.demarche.mail;

/** A file that goes with a mail, such as {@code letter.pdf}, {@code application/pdf}. */
public record Attachment(String fileName, String mediaType, byte[] bytes) {}

package org.demarche.pdf;

import java.time.Instant;
import java.util.Locale;

/**
 * What a PDF says of itself; with the same content it fixes every byte of the file.
 *
 * @param title shown by viewers in place of the file name
 * @param language main language of the text, for screen readers
 * @param createdAt creation and modification time, cut to seconds
 * @param author the organisation that issues the document, or null
 */
public record DocumentInfo(String title, Locale language, Instant createdAt, String author) {}

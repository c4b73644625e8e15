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
 * @param mark the organisation's, for documents that say {@code <mark/>}; null for none
 */
public record DocumentInfo(String title, Locale language, Instant createdAt, String author, Mark mark) {

    /** Without a mark. */
    public DocumentInfo(String title, Locale language, Instant createdAt, String author) {
        this(title, language, createdAt, author, null);
    }
}

package org.demarche.letter;

import java.util.List;
import org.demarche.common.Language;

/**
 * A letter with its blanks filled.
 *
 * @param subject one line, for the mail
 * @param text plain text for mail, paragraphs wrapped
 * @param html well-formed XHTML fragment: divs of class dateline, addressee, memo, body, close, signature
 * @param xhtml whole document for the PDF renderer, with letterhead and style sheet
 * @param missing required fields that are empty: what keeps it from being sent
 */
public record RenderedLetter(
        Language language, String subject, String text, String html, String xhtml, List<String> missing) {}

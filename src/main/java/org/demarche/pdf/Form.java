package org.demarche.pdf;

/**
 * An XHTML document with blanks, of which many copies are printed in one volume. A blank stands in the text, not in an
 * attribute, and is filled with plain text; where it stands alone in a paragraph, an empty line in its filling begins
 * another paragraph.
 *
 * @param xhtml as for {@link PdfRenderer}, with {@link #blank} in place of what differs from copy to copy
 * @param once whether only one copy will ever be printed, which has no blank
 */
public record Form(String xhtml, boolean once) {

    public Form(String xhtml) {
        this(xhtml, false);
    }

    static final char BEGIN = '\uE010';
    static final char END = '\uE011';

    /** What stands in the document for the filling of this number, counted from 0. */
    public static String blank(int number) {
        return BEGIN + Integer.toString(number) + END;
    }
}

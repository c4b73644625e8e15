package org.demarche.signing.export;

/** Text in a CSV that a spreadsheet will not run (OWASP, CSV injection). */
public final class SafeCell {

    /** What spreadsheets take for the beginning of a formula, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private SafeCell() {}

    /** The text, behind an apostrophe where it would be a formula; empty for null. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

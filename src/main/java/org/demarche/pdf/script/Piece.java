package org.demarche.pdf.script;

/**
 * A stretch of one face within a line, in visual order.
 *
 * @param plain text shown through the character map, or null if glyphs are placed one by one
 * @param glyphs the glyphs to place, with their offsets from the start of the piece
 * @param width advance of the whole, in thousandths of the font size, as are x and y (y downwards)
 * @param actual what the glyphs say, when the font's own table cannot say it; else null
 */
record Piece(Face face, String plain, int[] glyphs, float[] x, float[] y, double width, String actual) {

    static Piece plain(Face face, String text) {
        double width = text.codePoints()
                .map(c -> face.sfnt().width(face.sfnt().glyph(c)))
                .sum();
        return new Piece(face, text, null, null, null, width, null);
    }

    /** One glyph in the place of a character that has none, or whose glyph belongs to another. */
    static Piece standIn(Face face, int glyph, String actual) {
        return new Piece(
                face,
                null,
                new int[] {glyph},
                new float[1],
                new float[1],
                face.sfnt().width(glyph),
                actual);
    }

    /** The same piece, extracted as another text. */
    Piece saying(String text) {
        if (plain == null) return new Piece(face, null, glyphs, x, y, width, text);
        return standIn(face, face.sfnt().glyph(plain.codePointAt(0)), text);
    }

    /** Whether the glyph stands on or under another and takes no room of its own. */
    boolean isMark(int index) {
        return face.sfnt().width(glyphs[index]) == 0;
    }
}

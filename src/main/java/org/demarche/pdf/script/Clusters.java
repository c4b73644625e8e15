package org.demarche.pdf.script;

import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;

/** Reads the shaping engine's answer: which glyphs belong to which characters, and what must be said beside them. */
final class Clusters {
    private Clusters() {}

    /** All glyphs of an item as one piece; left-to-right text is extracted word by word. */
    static Piece whole(Itemizer.Item item, GlyphVector vector) {
        return piece(item.face(), vector, 0, vector.getNumGlyphs(), item.text());
    }

    /**
     * One piece for each character of right-to-left text, in visual order, because readers turn such text round
     * themselves, piece by piece.
     */
    static List<Piece> of(Itemizer.Item item, GlyphVector vector) {
        var graphemes = Itemizer.graphemes(item.text());
        var clusterOf = new int[item.text().length()];
        for (int g = 0, at = 0; g < graphemes.size(); at += graphemes.get(g).length(), g++) {
            for (int k = 0; k < graphemes.get(g).length(); k++) clusterOf[at + k] = g;
        }
        var shown = new boolean[graphemes.size()];
        for (int i = 0; i < vector.getNumGlyphs(); i++) shown[clusterOf[vector.getGlyphCharIndex(i)]] = true;

        var pieces = new ArrayList<Piece>();
        for (int start = 0, end; start < vector.getNumGlyphs(); start = end) {
            int cluster = clusterOf[vector.getGlyphCharIndex(start)];
            end = start + 1;
            while (end < vector.getNumGlyphs() && clusterOf[vector.getGlyphCharIndex(end)] == cluster) end++;
            var text = new StringBuilder(graphemes.get(cluster));
            // A ligature is reported under its first character; the following ones have no glyph of their own.
            for (int g = cluster + 1; g < graphemes.size() && !shown[g]; g++) text.append(graphemes.get(g));
            pieces.add(piece(item.face(), vector, start, end, text.toString()));
        }
        return pieces;
    }

    private static Piece piece(Face face, GlyphVector vector, int start, int end, String text) {
        double origin = vector.getGlyphPosition(start).getX();
        double width = vector.getGlyphPosition(end).getX() - origin;
        int count = 0;
        var glyphs = new int[end - start];
        var x = new float[end - start];
        var y = new float[end - start];
        for (int i = start; i < end; i++) {
            int glyph = vector.getGlyphCode(i);
            // 0xFFFE and 0xFFFF are the JDK's glyphs for joiners and selectors; 0 is .notdef, which PDF/A forbids.
            if (glyph == 0 || glyph >= face.sfnt().glyphCount()) continue;
            glyphs[count] = glyph;
            x[count] = (float) (vector.getGlyphPosition(i).getX() - origin);
            y[count] = (float) vector.getGlyphPosition(i).getY();
            count++;
        }
        glyphs = java.util.Arrays.copyOf(glyphs, count);
        return new Piece(face, null, glyphs, x, y, width, isSaidBy(face, glyphs, text) ? null : text);
    }

    private static boolean isSaidBy(Face face, int[] glyphs, String text) {
        var said = new StringBuilder();
        for (int glyph : glyphs) {
            // A mark beside its letter is read by some as a character apart.
            if (face.owner(glyph) < 0 || face.sfnt().width(glyph) == 0) return false;
            said.appendCodePoint(face.owner(glyph));
        }
        return said.toString().equals(text);
    }
}

package org.demarche.pdf.script;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns a string into glyphs in visual order (UAX #9), shaped by the HarfBuzz of the JDK. */
final class Shaper {
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    /** White square: what stands for a character that no face has. It says that something is there; .notdef may not. */
    private static final int SQUARE = 0x25a1;

    private static final String LEFT_TO_RIGHT_MARK = "\u200e";

    private final Typeface typeface;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Integer> missing = new LinkedHashSet<>();

    private Shaper(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Lays out one line of text of one family. */
    static Line line(Typeface typeface, String text) {
        var shaper = new Shaper(typeface);
        if (text.isEmpty()) {
            return new Line(shaper.pieces, shaper.missing);
        }
        if (typeface.rightToLeft() || Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            shaper.bothDirections(text);
        } else {
            shaper.leftToRight(text);
        }
        return new Line(shaper.pieces, shaper.missing);
    }

    private void bothDirections(String text) {
        var bidi = new Bidi(text, typeface.rightToLeft() ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        var levels = new byte[count];
        var runs = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = i;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        boolean afterRightToLeft = false;
        for (int run : runs) {
            var part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            boolean rightToLeft = bidi.getRunLevel(run) % 2 == 1;
            int from = pieces.size();
            if (rightToLeft) rightToLeft(part);
            else leftToRight(part);
            if (afterRightToLeft && !rightToLeft) holdNeutralInPlace(from);
            afterRightToLeft = rightToLeft;
        }
    }

    /**
     * Poppler pulls a neutral character that follows right-to-left text into it; a mark in its extracted text stops
     * that.
     */
    private void holdNeutralInPlace(int index) {
        if (index >= pieces.size()) return;
        var piece = pieces.get(index);
        if (piece.plain() == null) return;
        int first = piece.plain().codePointAt(0);
        if (Character.isLetterOrDigit(first)) return;
        int length = Character.charCount(first);
        var neutral = piece.plain().substring(0, length);
        pieces.set(index, Piece.plain(piece.face(), neutral).saying(LEFT_TO_RIGHT_MARK + neutral));
        if (length < piece.plain().length()) {
            pieces.add(index + 1, Piece.plain(piece.face(), piece.plain().substring(length)));
        }
    }

    private void leftToRight(String text) {
        for (var item : Itemizer.items(typeface, text, false)) {
            if (item.face() == null) replace(item.text());
            else if (item.plain()) pieces.add(Piece.plain(item.face(), item.text()));
            else pieces.add(whole(item));
        }
    }

    private void rightToLeft(String text) {
        for (var item : Itemizer.items(typeface, text, true).reversed()) {
            if (item.face() == null) replace(item.text());
            else if (item.plain()) pieces.add(Piece.plain(item.face(), item.text()));
            else pieces.addAll(Clusters.of(item, vector(item, Font.LAYOUT_RIGHT_TO_LEFT)));
        }
    }

    private void replace(String text) {
        missing.add(text.codePointAt(0));
        var face = typeface.faceFor(Character.toString(SQUARE)).orElse(typeface.primary());
        pieces.add(Piece.standIn(face, face.sfnt().glyph(SQUARE), text));
    }

    private Piece whole(Itemizer.Item item) {
        return Clusters.whole(item, vector(item, Font.LAYOUT_LEFT_TO_RIGHT));
    }

    private static java.awt.font.GlyphVector vector(Itemizer.Item item, int direction) {
        var text = item.text().toCharArray();
        return item.face().shaping().layoutGlyphVector(EXACT, text, 0, text.length, direction);
    }
}

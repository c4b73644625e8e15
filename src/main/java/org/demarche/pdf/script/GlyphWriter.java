package org.demarche.pdf.script;

import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfGlyphArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfTextArray;

/** Writes a shaped line where OpenPDF would write a string; every other string it leaves to OpenPDF. */
final class GlyphWriter extends GlyphLayoutManager {
    private Line pending;
    private float spaceAdjust;
    private boolean boldWanted;
    private PdfContentByte content;
    private float size;
    private double pen;

    /**
     * The next string that is shown will be this line instead.
     *
     * @param spaceAdjust what each space is widened by, in thousandths of the font size
     * @param boldWanted whether faces that are not bold must be thickened
     */
    void next(Line line, float spaceAdjust, boolean boldWanted) {
        this.pending = line;
        this.spaceAdjust = spaceAdjust;
        this.boldWanted = boldWanted;
    }

    @Override
    public boolean supportsFont(BaseFont font) {
        return pending != null;
    }

    @Override
    public void showText(PdfContentByte cb, BaseFont font, float size, String placeholder) {
        content = cb;
        this.size = size;
        pen = 0;
        double x = 0;
        var line = pending;
        pending = null;
        for (var piece : line.pieces()) {
            cb.setFontAndSize(piece.face().base(), size);
            boolean thicken = boldWanted && !piece.face().isBold();
            if (thicken) {
                cb.setLineWidth(size * 0.04f);
                cb.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
            }
            x = piece.plain() != null ? text(piece, x) : glyphs(piece, x);
            if (thicken) cb.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
        }
    }

    private double text(Piece piece, double x) {
        var array = new PdfTextArray();
        moveTo(x, array);
        double widened = 0;
        if (spaceAdjust == 0) {
            array.add(piece.plain());
        } else {
            for (int c : piece.plain().codePoints().toArray()) {
                array.add(Character.toString(c));
                if (!Scripts.isSpace(c)) continue;
                array.add(-spaceAdjust);
                widened += spaceAdjust;
            }
        }
        content.showText(array);
        pen = x + piece.width() + widened;
        return pen;
    }

    private double glyphs(Piece piece, double x) {
        if (piece.actual() == null) {
            for (int i = 0; i < piece.glyphs().length; i++) glyph(piece, i, x);
            return x + piece.width();
        }
        if (hasMarkAndBase(piece)) {
            // Poppler's box of an extracted text spans its first to its last glyph: marks first, saying nothing.
            begin("");
            for (int i = 0; i < piece.glyphs().length; i++) if (piece.isMark(i)) glyph(piece, i, x);
            content.endMarkedContentSequence();
            begin(piece.actual());
            for (int i = 0; i < piece.glyphs().length; i++) if (!piece.isMark(i)) glyph(piece, i, x);
        } else {
            begin(piece.actual());
            for (int i = 0; i < piece.glyphs().length; i++) glyph(piece, i, x);
        }
        content.endMarkedContentSequence();
        return x + piece.width();
    }

    private static boolean hasMarkAndBase(Piece piece) {
        boolean mark = false;
        boolean base = false;
        for (int i = 0; i < piece.glyphs().length; i++) {
            if (piece.isMark(i)) mark = true;
            else base = true;
        }
        return mark && base;
    }

    private void begin(String actual) {
        var properties = new PdfDictionary();
        properties.put(PdfName.ACTUALTEXT, new PdfString(actual, PdfObject.TEXT_UNICODE));
        content.beginMarkedContentSequence(PdfName.SPAN, properties, true);
    }

    /** A glyph that a code point owns is shown through it, so that the document's table stays right for other lines. */
    private void glyph(Piece piece, int index, double x) {
        int glyph = piece.glyphs()[index];
        float rise = -piece.y()[index];
        if (rise != 0) content.setTextRise(rise * size / 1000);
        int owner = piece.face().owner(glyph);
        if (owner >= 0) {
            var array = new PdfTextArray();
            moveTo(x + piece.x()[index], array);
            array.add(Character.toString(owner));
            content.showText(array);
        } else {
            var array = new PdfGlyphArray();
            double target = x + piece.x()[index];
            if (isApart(target)) array.add((float) (pen - target));
            array.add(glyph);
            nameGlyph(piece, index);
            content.showText(array);
            pen = isApart(target) ? target : pen;
        }
        if (rise != 0) content.setTextRise(0);
        pen += piece.face().sfnt().width(glyph);
    }

    /**
     * Some readers skip a glyph that the font's table does not name, and the actual text around it as well. Half of a
     * surrogate pair would be a worse name than the replacement character.
     */
    private void nameGlyph(Piece piece, int index) {
        char name = piece.actual().charAt(Math.min(index, piece.actual().length() - 1));
        var text = Character.isSurrogate(name) ? "\ufffd" : Character.toString(name);
        var vector = piece.face().shaping().createGlyphVector(Shaper.EXACT, new int[] {piece.glyphs()[index]});
        completeCmap(content, piece.face().base(), text, vector);
    }

    private void moveTo(double target, PdfTextArray array) {
        if (!isApart(target)) return;
        array.add((float) (pen - target));
        pen = target;
    }

    private boolean isApart(double target) {
        return Math.abs(target - pen) > 0.05;
    }
}

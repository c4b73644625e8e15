package org.demarche.pdf;

import org.demarche.pdf.script.Faces;
import org.demarche.pdf.script.ScriptText;
import org.demarche.pdf.script.Spot;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.ITextFSFont;

/** The line above the text of a bound page: its number at the outer edge, and towards the spine what the volume is. */
final class RunningHead {
    /** In points: 8 point type, 12 mm below the edge, on the width of the text. */
    private static final float TYPE = 8;

    private static final float FROM_TOP = 34;
    private static final float FROM_SIDE = 62.4f;

    private final Binding binding;
    private final ScriptText text;
    private final ITextFSFont font;
    private final float dotsPerPoint;

    RunningHead(Binding binding, ScriptText text, float dotsPerPoint) {
        var face = Faces.cut(family(binding), false, false).orElseThrow().font();
        this.binding = binding;
        this.text = text;
        this.dotsPerPoint = dotsPerPoint;
        this.font = new ITextFSFont(new FontDescription(face, IdentValue.NORMAL, 400), TYPE * dotsPerPoint);
    }

    private static String family(Binding binding) {
        return switch (binding.language().getLanguage()) {
            case "ja" -> "Letter-ja";
            case "ko" -> "Letter-ko";
            case "zh" -> "Letter-zh";
            default -> "Sans";
        };
    }

    /** Writes both halves of the line. */
    void write(PdfContentByte page, Rectangle size, String number, boolean rightHand) {
        writeWords(page, size, rightHand);
        writeNumber(page, size, number, rightHand, 0);
    }

    /** Writes what is the same on every page of this side. */
    void writeWords(PdfContentByte page, Rectangle size, boolean rightHand) {
        side(page, size, binding.running(), rightHand, 0);
    }

    /** @param shift points by which all of the page is moved sideways */
    void writeNumber(PdfContentByte page, Rectangle size, String number, boolean rightHand, float shift) {
        side(page, size, number, !rightHand, shift);
    }

    private void side(PdfContentByte page, Rectangle size, String words, boolean left, float shift) {
        var spot = new Spot(FROM_SIDE, size.getHeight() - FROM_TOP, font, dotsPerPoint, true);
        page.beginText();
        float x = left ? FROM_SIDE : size.getWidth() - FROM_SIDE - text.width(words, spot);
        text.write(page, words, spot, x + shift);
        page.endText();
    }
}

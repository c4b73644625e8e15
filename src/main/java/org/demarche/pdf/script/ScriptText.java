package org.demarche.pdf.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.render.FSFontMetrics;
import org.xhtmlrenderer.render.JustificationInfo;

/** Measures and draws all text of one renderer, in any script; used by one thread at a time. */
public final class ScriptText extends ITextTextRenderer {
    private static final int CACHED_LINES = 2000;
    private static final int CACHED_LENGTH = 200;

    private final GlyphWriter writer = new GlyphWriter();
    private final Set<Integer> missing = new TreeSet<>();
    private final Map<Key, Line> lines = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Line> eldest) {
            return size() > CACHED_LINES;
        }
    };

    private Blanks blanks;

    private record Key(Typeface typeface, String text) {}

    /** What stands for text with blanks in it while a form is tried out. */
    public interface Blanks {
        boolean isIn(String text);

        /** The text as it is measured. */
        String filled(String text);

        /** Called in place of drawing, with everything that drawing at another time needs. */
        void leaveOut(String text, Spot spot);
    }

    /** Reads blanks by these rules from now on; null for texts without any. */
    public void setBlanks(Blanks blanks) {
        this.blanks = blanks;
    }

    /** What the PDF writer must be given so that shaped lines reach the page. */
    public GlyphLayoutManager glyphs() {
        return writer;
    }

    /** The code points drawn as □ since the last call, for want of a face. */
    public Set<Integer> takeMissing() {
        var taken = Set.copyOf(missing);
        missing.clear();
        return taken;
    }

    @Override
    public int getWidth(ITextFontContext context, ITextFSFont font, String text) {
        var drawn = drawn(blanks != null && blanks.isIn(text) ? blanks.filled(text) : text);
        var typeface = Faces.typeface(base(font));
        if (isPlain(typeface, drawn)) return super.getWidth(context, font, drawn);
        return (int) Math.ceil(line(typeface, drawn).width() * font.getSize2D() / 1000 - 0.01);
    }

    @Override
    public void drawString(ITextOutputDevice device, String text, float x, float y) {
        drawString(device, text, x, y, null);
    }

    @Override
    public void drawString(ITextOutputDevice device, String text, float x, float y, JustificationInfo info) {
        var page = (ScriptDevice) device;
        if (blanks != null && blanks.isIn(text)) {
            blanks.leaveOut(text, page.spot(x, y, info != null));
            return;
        }
        page.later(x, y, () -> draw(page, drawn(text), x, y, info));
    }

    /** The width of a text at a spot, in points. */
    public float width(String text, Spot spot) {
        return getWidth(null, spot.font(), text) / spot.dotsPerPoint();
    }

    /** Writes a text on its own, from this point on; between {@code beginText} and {@code endText}. */
    public void write(PdfContentByte page, String text, Spot spot, float x) {
        var drawn = drawn(text);
        var base = base(spot.font());
        page.setFontAndSize(base, spot.font().getSize2D() / spot.dotsPerPoint());
        page.setTextMatrix(x, spot.y());
        var typeface = Faces.typeface(base);
        if (!isPlain(typeface, drawn)) {
            var line = line(typeface, drawn);
            missing.addAll(line.missing());
            if (line.pieces().isEmpty()) return;
            writer.next(line, 0, typeface.primary().isBold());
        }
        page.showText(drawn);
    }

    private void draw(ScriptDevice page, String drawn, float x, float y, JustificationInfo info) {
        var typeface = Faces.typeface(base(page.font()));
        // Flying Saucer justifies char by char, which would cut a surrogate pair.
        if (isPlain(typeface, drawn) && (info == null || drawn.length() == drawn.codePointCount(0, drawn.length()))) {
            page.drawString(drawn, x, y, info);
            return;
        }
        var line = line(typeface, drawn);
        missing.addAll(line.missing());
        if (line.pieces().isEmpty()) return;
        boolean bold = typeface.primary().isBold();
        if (bold) page.strokeLikeFill();
        float widen = info == null ? 0 : info.spaceAdjust() * 1000 / page.font().getSize2D();
        writer.next(line, widen, bold);
        page.drawString(drawn, x, y, null);
    }

    @Override
    public FSFontMetrics getFSFontMetrics(ITextFontContext context, ITextFSFont font, String text) {
        var metrics = super.getFSFontMetrics(context, font, text);
        var typeface = Faces.typeface(base(font));
        if (typeface == null) return metrics;
        var sfnt = typeface.primary().sfnt();
        return new LineHeight(metrics, sfnt.ascent * font.getSize2D() / 1000, -sfnt.descent * font.getSize2D() / 1000);
    }

    private static BaseFont base(ITextFSFont font) {
        return font.getFontDescription().getFont();
    }

    /** A no-break space has done its work once the lines are broken. */
    private static String drawn(String text) {
        return text.indexOf('\u00a0') < 0 ? text : text.replace('\u00a0', ' ');
    }

    private static boolean isPlain(Typeface typeface, String text) {
        if (typeface == null) return true;
        if (typeface.rightToLeft()) return false;
        var face = typeface.primary();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!face.isPlain(c)) return false;
            i += Character.charCount(c);
        }
        return true;
    }

    private Line line(Typeface typeface, String text) {
        if (text.length() > CACHED_LENGTH) return Shaper.line(typeface, text);
        var key = new Key(typeface, text);
        var line = lines.get(key);
        if (line == null) {
            line = Shaper.line(typeface, text);
            lines.put(key, line);
        }
        return line;
    }

    /** Bounding boxes of faces for many scripts are far taller than their lines; the line's own height serves. */
    private record LineHeight(FSFontMetrics decorations, float ascent, float descent) implements FSFontMetrics {
        @Override
        public float getAscent() {
            return ascent;
        }

        @Override
        public float getDescent() {
            return descent;
        }

        @Override
        public float getStrikethroughOffset() {
            return decorations.getStrikethroughOffset();
        }

        @Override
        public float getStrikethroughThickness() {
            return decorations.getStrikethroughThickness();
        }

        @Override
        public float getUnderlineOffset() {
            return decorations.getUnderlineOffset();
        }

        @Override
        public float getUnderlineThickness() {
            return decorations.getUnderlineThickness();
        }
    }
}

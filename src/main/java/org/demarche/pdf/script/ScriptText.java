package org.demarche.pdf.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GlyphLayoutManager;
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

    private record Key(Typeface typeface, String text) {}

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
        var drawn = drawn(text);
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
        page.later(x, y, () -> draw(page, drawn(text), x, y, info));
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

package org.demarche.pdf;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.pdf.script.ScriptDevice;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfTemplate;
import org.w3c.dom.Document;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.RenderingContext;

/** The pages of one volume: bookmarks where they are asked for, and a total that is known only at the end. */
final class Paper extends ScriptDevice {
    private final Map<TotalStyle, PdfTemplate> totals = new LinkedHashMap<>();
    private String bookmark;
    private float pageHeight;

    private record TotalStyle(BaseFont font, float size, Color color) {}

    Paper(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    /** The name in the outline for the next document; null for none. */
    void setBookmark(String bookmark) {
        this.bookmark = bookmark;
    }

    void reset() {
        totals.clear();
        bookmark = null;
        setStartPageNo(0);
    }

    @Override
    public void initializePage(org.openpdf.text.pdf.PdfContentByte page, float height) {
        // Flying Saucer would claim this object number only in the first file that a press writes.
        getWriter().getPageReference(1);
        super.initializePage(page, height);
        pageHeight = height;
    }

    /** Leaves out what Flying Saucer would keep of every head element until the volume ends. */
    @Override
    public void start(Document document) {}

    @Override
    public void finish(RenderingContext context, Box root) {
        if (bookmark == null) return;
        var top = new PdfDestination(PdfDestination.XYZ, 0, pageHeight, 0);
        top.addPage(getWriter().getPageReference(getStartPageNo() + 1));
        new PdfOutline(getWriter().getRootOutline(), top, bookmark);
    }

    /** Leaves room at this point of the page for the number of pages; size in points. */
    void placeTotal(BaseFont font, float size, Color color, float x, float baseline) {
        var total = totals.computeIfAbsent(new TotalStyle(font, size, color), style -> {
            var template = getCurrentPage().createTemplate(100, 100);
            template.setBoundingBox(new Rectangle(0, -size, 10 * size, 2 * size));
            return template;
        });
        getCurrentPage().addTemplate(total, x, baseline);
    }

    /** Writes the number into every place left for it. */
    void writeTotal(int pages) {
        totals.forEach((style, template) -> {
            template.beginText();
            template.setColorFill(style.color());
            template.setFontAndSize(style.font(), style.size());
            template.showText(Integer.toString(pages));
            template.endText();
        });
    }
}

package org.demarche.pdf;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.pdf.script.ScriptDevice;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.w3c.dom.Document;

/** The pages of one volume, whose total is known only at the end. */
final class Paper extends ScriptDevice {
    private final Map<TotalStyle, PdfTemplate> totals = new LinkedHashMap<>();

    private int total;

    private record TotalStyle(BaseFont font, float size, Color color) {}

    Paper(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    void reset() {
        totals.clear();
        setWriter(null);
    }

    @Override
    public void initializePage(org.openpdf.text.pdf.PdfContentByte page, float height) {
        // Flying Saucer would claim this object number only in the first file that a press writes.
        getWriter().getPageReference(1);
        super.initializePage(page, height);
    }

    /** Leaves out what Flying Saucer would keep of every head element until the volume ends. */
    @Override
    public void start(Document document) {}

    /** The number of pages, if it is known while they are painted, else 0. */
    void setTotal(int total) {
        this.total = total;
    }

    /** Writes the number of pages at this point, or leaves room for it; size in points. */
    void placeTotal(BaseFont font, float size, Color color, float x, float baseline) {
        if (total > 0) {
            write(getCurrentPage(), total, new TotalStyle(font, size, color), x, baseline);
            return;
        }
        var total = totals.computeIfAbsent(new TotalStyle(font, size, color), style -> {
            var template = getCurrentPage().createTemplate(100, 100);
            template.setBoundingBox(new Rectangle(0, -size, 10 * size, 2 * size));
            return template;
        });
        getCurrentPage().addTemplate(total, x, baseline);
    }

    /** Writes the number into every place left for it. */
    void writeTotal(int pages) {
        totals.forEach((style, template) -> write(template, pages, style, 0, 0));
    }

    private static void write(PdfContentByte ground, int number, TotalStyle style, float x, float baseline) {
        ground.saveState();
        ground.beginText();
        ground.setColorFill(style.color());
        ground.setFontAndSize(style.font(), style.size());
        ground.setTextMatrix(x, baseline);
        ground.showText(Integer.toString(number));
        ground.endText();
        ground.restoreState();
    }
}

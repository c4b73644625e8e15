package org.demarche.pdf;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.pdf.script.ScriptDevice;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfTemplate;
import org.w3c.dom.Document;

/** The pages of one volume, whose total is known only at the end. */
final class Paper extends ScriptDevice {
    private final Map<TotalStyle, PdfTemplate> totals = new LinkedHashMap<>();

    private record TotalStyle(BaseFont font, float size, Color color) {}

    Paper(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    void reset() {
        totals.clear();
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

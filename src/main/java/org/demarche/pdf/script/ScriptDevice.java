package org.demarche.pdf.script;

import java.awt.geom.Path2D;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextOutputDevice;

/** The page that is drawn on; it remembers the font in use, which Flying Saucer's own device does not tell. */
public class ScriptDevice extends ITextOutputDevice {
    private static final FSRGBColor BLACK = new FSRGBColor(0, 0, 0);
    private static final FSRGBColor WHITE = new FSRGBColor(255, 255, 255);

    private ITextFSFont font;

    public ScriptDevice(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    @Override
    public void setFont(ITextFSFont font) {
        super.setFont(font);
        this.font = font;
    }

    ITextFSFont font() {
        return font;
    }

    /** Each page begins black; Flying Saucer would otherwise believe the last colour of the page before. */
    @Override
    public void initializePage(PdfContentByte page, float height) {
        super.initializePage(page, height);
        for (var color : new FSRGBColor[] {WHITE, BLACK}) {
            setColor(color);
            fill(new Path2D.Float());
            draw(new Path2D.Float());
        }
    }

    /** Makes the stroke the colour of the text, for letters that are thickened. */
    void strokeLikeFill() {
        draw(new Path2D.Float());
    }
}

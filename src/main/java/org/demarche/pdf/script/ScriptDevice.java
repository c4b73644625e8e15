package org.demarche.pdf.script;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.parser.FSColor;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/**
 * The page that is drawn on. It remembers the font in use, which Flying Saucer's own device does not tell, and writes
 * the texts of a line from left to right, because Flying Saucer writes emphasised words after the rest of their line and
 * readers take text in the order of the file.
 */
public class ScriptDevice extends ITextOutputDevice {
    private static final FSRGBColor BLACK = new FSRGBColor(0, 0, 0);
    private static final FSRGBColor WHITE = new FSRGBColor(255, 255, 255);
    /** Baselines this near, in layout dots of a 1/1920 inch, are of one line. */
    private static final float SAME_LINE = 5;

    private final List<Waiting> line = new ArrayList<>();
    private float baseline;
    private ITextFSFont font;
    private FSColor color = BLACK;
    private float height;

    private record Waiting(float x, ITextFSFont font, FontSpecification wanted, FSColor color, Runnable draw) {}

    public ScriptDevice(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    ITextFSFont font() {
        return font;
    }

    /** Draws a text in the present font and colour when its line is complete. */
    void later(float x, float y, Runnable draw) {
        if (Math.abs(y - baseline) > SAME_LINE) writeLine();
        baseline = y;
        line.add(new Waiting(x, font, getFontSpecification(), color, draw));
    }

    /** Where a text would be drawn now, and how. */
    Spot spot(float x, float y, boolean justified) {
        var origin = getTransform().transform(new Point2D.Float(x, y), null);
        var wanted = getFontSpecification();
        var have = font.getFontDescription();
        boolean imitated = wanted != null
                && (ITextFontResolver.convertWeightToInt(wanted.fontWeight()) > have.getWeight()
                        || wanted.fontStyle() == IdentValue.ITALIC && have.getStyle() != IdentValue.ITALIC);
        boolean plain =
                !justified && !imitated && color.equals(BLACK) && getTransform().getShearX() == 0;
        return new Spot((float) origin.getX(), height - (float) origin.getY(), font, getDotsPerPoint(), plain);
    }

    private void writeLine() {
        if (line.isEmpty()) return;
        var present = new Waiting(0, font, getFontSpecification(), color, null);
        var texts = List.copyOf(line);
        line.clear();
        texts.stream().sorted(Comparator.comparing(Waiting::x)).forEach(text -> {
            restore(text);
            text.draw.run();
        });
        restore(present);
    }

    private void restore(Waiting state) {
        setColor(state.color);
        setFont(state.font);
        setFontSpecification(state.wanted);
    }

    /** Makes the stroke the colour of the text, for letters that are thickened. */
    void strokeLikeFill() {
        draw(new Path2D.Float());
    }

    @Override
    public void setFont(ITextFSFont font) {
        super.setFont(font);
        this.font = font;
    }

    @Override
    public void setColor(FSColor color) {
        super.setColor(color);
        this.color = color;
    }

    /** Each page begins black; Flying Saucer would otherwise believe the last colour of the page before. */
    @Override
    public void initializePage(PdfContentByte page, float height) {
        line.clear();
        this.height = height;
        super.initializePage(page, height);
        for (var start : new FSRGBColor[] {WHITE, BLACK}) {
            setColor(start);
            fill(new Path2D.Float());
            draw(new Path2D.Float());
        }
    }

    @Override
    public void finishPage() {
        writeLine();
        super.finishPage();
    }

    @Override
    public void translate(double x, double y) {
        writeLine();
        super.translate(x, y);
    }

    @Override
    public void clip(Shape shape) {
        writeLine();
        super.clip(shape);
    }

    @Override
    public void setClip(Shape shape) {
        writeLine();
        super.setClip(shape);
    }

    @Override
    public void paintReplacedElement(RenderingContext context, BlockBox box) {
        writeLine();
        super.paintReplacedElement(context, box);
    }
}

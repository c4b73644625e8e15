package org.demarche.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** Strokes of a pen, drawn as lines so that they print sharp at any size. */
final class PenDrawing extends Drawn {
    /** 54 mm, as wide as people sign, when the style sheet gives no width. */
    private static final int USUAL_WIDTH_DOTS = 4082;

    /** In units of the field: half a millimetre at the usual width, as a pen writes. */
    private static final float PEN = 5;

    private final Optional<PenStrokes> strokes;

    PenDrawing(String path, int cssWidth) {
        super(width(cssWidth), width(cssWidth) * PenStrokes.HEIGHT / PenStrokes.WIDTH);
        strokes = PenStrokes.of(path);
    }

    private static int width(int wanted) {
        return wanted > 0 ? wanted : USUAL_WIDTH_DOTS;
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        if (strokes.isEmpty()) return;
        var area = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), context);
        float unit = area.width / (float) PenStrokes.WIDTH;
        var place = AffineTransform.getTranslateInstance(area.x, area.y);
        place.scale(unit, unit);
        var before = device.getStroke();
        device.setColor(new FSRGBColor(Color.BLACK.getRGB() & 0xffffff));
        device.setStroke(new BasicStroke(PEN * unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        device.draw(place.createTransformedShape(strokes.get().shape()));
        device.setStroke(before);
    }
}

package org.demarche.pdf;

import org.openpdf.text.Image;
import org.xhtmlrenderer.pdf.ITextFSImage;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** The mark with the room that keeps text off it; without a mark there must be no room either, so no style sheet makes it. */
final class MarkDrawing extends Drawn {
    /** 400 pixels to the inch: a logo of 160 pixels stands 10 mm high. */
    private static final float POINTS_PER_PIXEL = 0.18f;

    private static final float GAP_POINTS = 9;

    private final Image scaled;

    /** @param gap {@code below} for text under the mark; else the room is at its right */
    MarkDrawing(Mark mark, String gap, float dotsPerPoint) {
        var below = gap.equals("below");
        super(
                Math.round((mark.image().getPlainWidth() * POINTS_PER_PIXEL + (below ? 0 : GAP_POINTS)) * dotsPerPoint),
                Math.round(
                        (mark.image().getPlainHeight() * POINTS_PER_PIXEL + (below ? GAP_POINTS : 0)) * dotsPerPoint));
        float dots = POINTS_PER_PIXEL * dotsPerPoint;
        scaled = Image.getInstance(mark.image());
        scaled.scaleAbsolute(scaled.getPlainWidth() * dots, scaled.getPlainHeight() * dots);
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        var area = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), context);
        device.drawImage(new ITextFSImage(scaled), area.x, area.y);
    }
}

package org.demarche.pdf;

import java.awt.Color;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** The number of pages of the whole volume, in the type of the text around it; best placed at the end of a line. */
final class PageTotal extends Drawn {
    PageTotal(LayoutContext context, BlockBox box) {
        super(digits(context, box), 1);
    }

    /** Room for three figures; longer numbers run on to the right, where nothing follows. */
    private static int digits(LayoutContext context, BlockBox box) {
        var font = (ITextFSFont) box.getStyle().getFSFont(context);
        return (int) Math.ceil(font.getFontDescription().getFont().getWidthPoint("000", font.getSize2D()));
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        var paper = (Paper) device;
        var font = (ITextFSFont) box.getStyle().getFSFont(context);
        var place = paper.createLocalTargetArea(context, box);
        var color = box.getStyle().getColor() instanceof FSRGBColor rgb
                ? new Color(rgb.getRed(), rgb.getGreen(), rgb.getBlue())
                : Color.BLACK;
        paper.placeTotal(
                font.getFontDescription().getFont(),
                paper.getDeviceLength(font.getSize2D()),
                color,
                place.getLeft(),
                place.getBottom());
    }
}

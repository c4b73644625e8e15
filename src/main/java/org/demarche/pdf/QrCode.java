package org.demarche.pdf;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.xhtmlrenderer.css.parser.FSRGBColor;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** A QR code (ISO/IEC 18004) drawn as one filled path, so that it prints sharp at any size. */
final class QrCode extends Drawn {
    /** The margin that scanners need around the code, in modules. */
    private static final int QUIET_ZONE = 4;

    /** 24 mm, read safely at arm's length, when the style sheet gives no width. */
    private static final int USUAL_SIDE_DOTS = 1814;

    private final io.nayuki.qrcodegen.QrCode code;

    /** Width and height in layout dots, negative for none given; throws if the text is longer than a code can hold. */
    QrCode(String text, int cssWidth, int cssHeight) {
        super(side(cssWidth, cssHeight), side(cssHeight, cssWidth));
        code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
    }

    private static int side(int wanted, int other) {
        if (wanted > 0) return wanted;
        return other > 0 ? other : USUAL_SIDE_DOTS;
    }

    @Override
    public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
        var area = box.getContentAreaEdge(box.getAbsX(), box.getAbsY(), context);
        double module = Math.min(area.width, area.height) / (double) (code.size + 2 * QUIET_ZONE);
        var path = new Path2D.Double();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0, end; x < code.size; x = end) {
                end = x + 1;
                if (!code.getModule(x, y)) continue;
                while (end < code.size && code.getModule(end, y)) end++;
                path.append(
                        new Rectangle2D.Double(
                                area.x + (x + QUIET_ZONE) * module,
                                area.y + (y + QUIET_ZONE) * module,
                                (end - x) * module,
                                module),
                        false);
            }
        }
        device.setColor(new FSRGBColor(Color.BLACK.getRGB() & 0xffffff));
        device.fill(path);
    }
}

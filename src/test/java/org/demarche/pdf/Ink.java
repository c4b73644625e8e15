package org.demarche.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Looks at the printed page: where there is ink. */
public final class Ink {
    /** A4 less 22 mm, in points, with half a point for the edge of a letter. */
    public static final double RIGHT_MARGIN = 595.3 - 62.4 + 0.8;

    private static final int DPI = 72;

    private Ink() {}

    /** The right edge of the rightmost mark on a page, in points from the left edge of the paper. */
    public static double rightmost(byte[] pdf, int page) {
        var image = image(pdf, page);
        for (int x = image.getWidth() - 1; x >= 0; x--) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xff) < 0xa0) return x;
            }
        }
        return 0;
    }

    static BufferedImage image(byte[] pdf, int page) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page - 1, DPI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

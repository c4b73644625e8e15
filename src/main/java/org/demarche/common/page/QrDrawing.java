package org.demarche.common.page;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG picture.
 *
 * @param side of the picture in modules, with the margin that scanners need
 */
public record QrDrawing(int side, String path) {

    private static final int QUIET_ZONE = 4;

    /** The code of this text, with error correction for a poster that was rained on. */
    public static QrDrawing of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0, end; x < code.size; x = end) {
                end = x + 1;
                if (!code.getModule(x, y)) {
                    continue;
                }
                while (end < code.size && code.getModule(end, y)) {
                    end++;
                }
                path.append("M%d %dh%dv1h-%dz".formatted(x + QUIET_ZONE, y + QUIET_ZONE, end - x, end - x));
            }
        }
        return new QrDrawing(code.size + 2 * QUIET_ZONE, path.toString());
    }

    /** A file of its own: black on white, because scanners want it so in the dark too. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(side, path);
    }
}

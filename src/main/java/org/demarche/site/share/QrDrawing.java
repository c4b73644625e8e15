package org.demarche.site.share;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as SVG: one black path on white, because scanners want it so in the dark too. */
final class QrDrawing {

    /** The margin that scanners need around the code, in modules. */
    private static final int QUIET_ZONE = 4;

    private QrDrawing() {}

    static String svg(String text) {
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
                path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                path.append('h').append(end - x).append("v1h-").append(end - x).append('z');
            }
        }
        int side = code.size + 2 * QUIET_ZONE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(side, path);
    }
}

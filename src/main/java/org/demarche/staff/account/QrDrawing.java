package org.demarche.staff.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG picture.
 *
 * @param side of the picture in modules, with the margin that scanners need
 */
public record QrDrawing(int side, String path) {

    private static final int QUIET_ZONE = 4;

    static QrDrawing of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET_ZONE, y + QUIET_ZONE));
                }
            }
        }
        return new QrDrawing(code.size + 2 * QUIET_ZONE, path.toString());
    }
}

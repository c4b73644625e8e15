package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class QrCodeTest {
    private static final String TEXT = "https://example.org/verify/b71e09c462adf810";

    @Test
    void everyModuleIsPrintedWhereScannersLookForIt() throws Exception {
        var rendered = new PdfRenderer()
                .render(
                        Samples.page("en", "letter.css", "<p><qr data-text=\"" + TEXT + "\"></qr></p>"),
                        Samples.info("en"));
        var code = QrCode.encodeText(TEXT, QrCode.Ecc.MEDIUM);

        try (var document = Loader.loadPDF(rendered.bytes())) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 300);
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if ((image.getRGB(x, y) & 0xff) < 0x80) {
                        left = Math.min(left, x);
                        top = Math.min(top, y);
                    }
                }
            }
            double module = 24 / 25.4 * 300 / (code.size + 8);
            for (int y = 0; y < code.size; y++) {
                for (int x = 0; x < code.size; x++) {
                    int px = (int) (left + (x + 0.5) * module);
                    int py = (int) (top + (y + 0.5) * module);
                    assertThat((image.getRGB(px, py) & 0xff) < 0x80).isEqualTo(code.getModule(x, y));
                }
            }
        }
    }
}

package org.demarche.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.GlyphLayoutManager;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** What PDF/A-2b asks of a file (ISO 19005-2) beyond embedded fonts, and what makes its bytes repeatable. */
final class Archival {
    /** Higher levels cost a tenth of the time for a hundredth of the size. */
    private static final int COMPRESSION = 6;

    private Archival() {}

    /** Begins a file of the document's size of page. */
    static PdfWriter open(Document document, OutputStream out, DocumentInfo info, GlyphLayoutManager glyphs) {
        try {
            var writer = PdfWriter.getInstance(document, out);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            writer.getInfo().put(PdfName.PRODUCER, new PdfString("Demarche"));
            writer.getInfo().put(PdfName.CREATOR, new PdfString("Demarche"));
            writer.setFullCompression();
            writer.setCompressionLevel(COMPRESSION);
            writer.setPDFXConformance(PdfWriter.PDFA2B);
            writer.setGlyphLayoutManager(glyphs);
            Metadata.describe(writer, info);
            document.open();
            writer.createXmpMetadata();
            writer.setOutputIntents(
                    "sRGB IEC61966-2.1",
                    null,
                    "http://www.color.org",
                    "sRGB IEC61966-2.1",
                    ICC_Profile.getInstance(ColorSpace.CS_sRGB));
            return writer;
        } catch (DocumentException e) {
            throw new IllegalStateException("The PDF could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

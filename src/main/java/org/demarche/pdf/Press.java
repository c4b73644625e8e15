package org.demarche.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.demarche.pdf.script.LineBreaks;
import org.demarche.pdf.script.ScriptText;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.PdfWriter;
import org.xhtmlrenderer.pdf.DefaultPDFCreationListener;
import org.xhtmlrenderer.pdf.ITextRenderer;

/** One renderer with our fonts, styles and safety around it; used by one thread at a time, for one file after another. */
final class Press {
    private static final int DOTS_PER_PIXEL = 20;
    private static final float DOTS_PER_POINT = DOTS_PER_PIXEL * 4 / 3f;
    /** Higher levels cost a tenth of the time for a hundredth of the size. */
    private static final int COMPRESSION = 6;

    private final ScriptText text = new ScriptText();
    private final Paper paper = new Paper(DOTS_PER_POINT);
    private final Xhtml xhtml = new Xhtml();
    private final ITextRenderer renderer = new ITextRenderer(
            DOTS_PER_POINT,
            DOTS_PER_PIXEL,
            paper,
            new HouseAgent(paper, DOTS_PER_PIXEL),
            new HouseFonts(),
            new HouseElements(),
            text);

    private OutputStream out;
    private DocumentInfo info;
    private int pages;

    Press() {
        renderer.getSharedContext().setLineBreakingStrategy(new LineBreaks());
        renderer.setPDFVersion(PdfWriter.VERSION_1_7);
        renderer.setPDFXConformance(PdfWriter.PDFA2B);
        renderer.setCompression(COMPRESSION);
        renderer.setPDFProducer("Demarche");
        renderer.setPDFCreator("Demarche");
        renderer.setListener(new Archival());
    }

    void begin(OutputStream out, DocumentInfo info) {
        this.out = out;
        this.info = info;
        pages = 0;
        paper.reset();
        text.takeMissing();
    }

    /** Lays out one document; nothing is written, so a document that cannot be read does no harm. */
    void lay(String document) {
        renderer.setDocument(xhtml.parse(document), null, new HouseMarkup());
        renderer.layout();
    }

    /** Writes the pages of the document laid out last; returns how many. */
    int print(String bookmark) {
        paper.setBookmark(bookmark);
        int added = renderer.getRootBox().getLayer().getPages().size();
        try {
            if (pages == 0) renderer.createPDF(out, false);
            else renderer.writeNextDocument(pages + 1);
        } catch (DocumentException e) {
            throw new IllegalStateException("The PDF could not be written", e);
        }
        pages += added;
        return added;
    }

    int pages() {
        return pages;
    }

    /** Code points drawn as □ since the last call. */
    Set<Integer> takeMissing() {
        return text.takeMissing();
    }

    void finish() {
        paper.writeTotal(pages);
        renderer.finishPDF();
    }

    /** What PDF/A-2b asks of a file (ISO 19005-2) beyond embedded fonts, and what makes its bytes repeatable. */
    private final class Archival extends DefaultPDFCreationListener {
        private boolean fresh;

        @Override
        public void preOpen(ITextRenderer renderer) {
            var writer = renderer.getWriter();
            writer.setGlyphLayoutManager(text.glyphs());
            Metadata.describe(writer, info);
            fresh = true;
        }

        @Override
        public void preWrite(ITextRenderer renderer, int pageCount) {
            if (!fresh) return;
            fresh = false;
            var writer = renderer.getWriter();
            writer.createXmpMetadata();
            try {
                writer.setOutputIntents(
                        "sRGB IEC61966-2.1",
                        null,
                        "http://www.color.org",
                        "sRGB IEC61966-2.1",
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

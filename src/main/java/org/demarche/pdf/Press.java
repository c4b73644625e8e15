package org.demarche.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints set pages into one file after another. Of a form it makes a plate as soon as a third copy is wanted, if the form
 * allows it; what a plate cannot print is set anew, with the styles of its form. Used by one thread at a time.
 */
final class Press {
    /** Higher levels cost a tenth of the time for a hundredth of the size. */
    private static final int COMPRESSION = 6;

    private static final int COPIES_BEFORE_PLATE = 2;

    /** A letter in all its shapes and languages; each holds a parsed document and its styles. */
    private static final int FORMS_KEPT = 64;

    private final Compositor compositor = new Compositor();
    private final Xhtml xhtml = new Xhtml();
    private final Map<Form, FormSheet> sheets = new IdentityHashMap<>();
    private final Map<Form, Integer> copies = new IdentityHashMap<>();
    private final Map<Form, Optional<Plate>> plates = new IdentityHashMap<>();

    private OutputStream out;
    private DocumentInfo info;
    private Document document;
    private PdfWriter writer;
    private int pages;

    void begin(OutputStream out, DocumentInfo info) {
        this.out = out;
        this.info = info;
        pages = 0;
        document = null;
        writer = null;
        copies.clear();
        plates.clear();
        compositor.paper().reset();
        compositor.text().takeMissing();
    }

    /** Lays out one document; nothing is written, so a document that cannot be read does no harm. */
    SetPages lay(String document) {
        return compositor.set(xhtml.parse(document));
    }

    /** Prints a document, its pages numbered through the file; returns how many. */
    int print(SetPages set, String bookmark) {
        set.numberFrom(pages + 1);
        return print(set.count(), set::size, set::paint, bookmark);
    }

    /** Prints a copy of a form, its pages numbered from 1; returns how many. */
    int print(Form form, List<String> values, String bookmark) {
        var sheet = sheet(form);
        if (sheet.isTurnedBy(values)) return printOwn(compositor.set(FormSheet.filled(xhtml, form, values)), bookmark);
        var plate = plate(form, sheet);
        if (plate.isPresent() && plate.get().fits(values)) {
            var p = plate.get();
            return print(p.count(), p::size, (i, ground) -> p.stamp(i, values, ground), bookmark);
        }
        return printOwn(sheet.set(values), bookmark);
    }

    private FormSheet sheet(Form form) {
        if (sheets.size() >= FORMS_KEPT && !sheets.containsKey(form)) sheets.clear();
        return sheets.computeIfAbsent(form, f -> new FormSheet(compositor, xhtml.parse(f.xhtml())));
    }

    private Optional<Plate> plate(Form form, FormSheet sheet) {
        if (copies.merge(form, 1, Integer::sum) <= COPIES_BEFORE_PLATE) return Optional.empty();
        return plates.computeIfAbsent(form, f -> Plate.of(sheet, compositor.text(), writer));
    }

    private int printOwn(SetPages set, String bookmark) {
        return print(set.count(), set::size, set::paint, bookmark);
    }

    private interface Sizes {
        Rectangle of(int index);
    }

    private interface Painter {
        void paint(int index, PdfContentByte ground);
    }

    private int print(int count, Sizes sizes, Painter painter, String bookmark) {
        for (int i = 0; i < count; i++) {
            var size = sizes.of(i);
            feed(size);
            if (i == 0 && bookmark != null) mark(bookmark, size.getHeight());
            painter.paint(i, writer.getDirectContent());
            // An empty page is a page too.
            writer.setPageEmpty(false);
        }
        return count;
    }

    private void feed(Rectangle size) {
        pages++;
        if (document == null) {
            open(size);
        } else {
            document.setPageSize(size);
            document.newPage();
        }
    }

    private void mark(String bookmark, float height) {
        var top = new PdfDestination(PdfDestination.XYZ, 0, height, 0);
        top.addPage(writer.getPageReference(pages));
        new PdfOutline(writer.getRootOutline(), top, bookmark);
    }

    int pages() {
        return pages;
    }

    /** Code points drawn as □ since the last call. */
    Set<Integer> takeMissing() {
        return compositor.text().takeMissing();
    }

    void finish() {
        compositor.paper().writeTotal(pages);
        document.close();
    }

    /** What PDF/A-2b asks of a file (ISO 19005-2) beyond embedded fonts, and what makes its bytes repeatable. */
    private void open(Rectangle size) {
        document = new Document(size, 0, 0, 0, 0);
        try {
            writer = PdfWriter.getInstance(document, out);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            writer.getInfo().put(PdfName.PRODUCER, new PdfString("Demarche"));
            writer.getInfo().put(PdfName.CREATOR, new PdfString("Demarche"));
            writer.setFullCompression();
            writer.setCompressionLevel(COMPRESSION);
            writer.setPDFXConformance(PdfWriter.PDFA2B);
            writer.setGlyphLayoutManager(compositor.text().glyphs());
            Metadata.describe(writer, info);
            compositor.paper().setWriter(writer);
            document.open();
            writer.createXmpMetadata();
            writer.setOutputIntents(
                    "sRGB IEC61966-2.1",
                    null,
                    "http://www.color.org",
                    "sRGB IEC61966-2.1",
                    ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        } catch (DocumentException e) {
            throw new IllegalStateException("The PDF could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.demarche.pdf;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints set pages into one file after another. Of a form it makes a plate as soon as a third copy is wanted, if the form
 * allows it; what a plate cannot print is set anew, with the styles of its form. Used by one thread at a time.
 */
final class Press {
    private static final int COPIES_BEFORE_PLATE = 2;

    /** Points by which the text moves away from the spine: 4 mm, so that holes are punched beside it. */
    private static final float BINDER = 11.3f;

    /** A letter in all its shapes and languages; each holds a parsed document and its styles. */
    private static final int FORMS_KEPT = 24;

    private final Compositor compositor = new Compositor();
    private final Xhtml xhtml = new Xhtml();
    private final Map<Form, FormSheet> sheets = new HashMap<>();
    private final Map<Form, Integer> copies = new HashMap<>();
    private final Map<Form, Optional<Plate>> plates = new HashMap<>();

    private OutputStream out;
    private DocumentInfo info;
    private RunningHead head;
    private boolean bound;
    private Document document;
    private PdfWriter writer;
    private int pages;
    private int front;

    /** Begins a file; without a binding there is no margin for a binder, and any page may begin a document. */
    void begin(OutputStream out, DocumentInfo info, Binding binding) {
        var dots = compositor.paper().getDotsPerPoint();
        this.bound = binding != null;
        this.head =
                binding == null || binding.running() == null ? null : new RunningHead(binding, compositor.text(), dots);
        pages = 0;
        front = 0;
        forget();
        this.out = out;
        this.info = info;
        compositor.show(info.mark());
    }

    /** Lets go of the last file; what is known of forms and styles stays. */
    private void forget() {
        out = null;
        document = null;
        writer = null;
        copies.clear();
        plates.clear();
        compositor.show(null);
        compositor.paper().reset();
        compositor.text().takeMissing();
    }

    /** Lays out one document; nothing is written, so a document that cannot be read does no harm. */
    SetPages lay(String document) {
        return compositor.set(xhtml.parse(document));
    }

    /** Prints a document, its pages numbered through the file; returns how many. */
    int print(SetPages set, String bookmark) {
        turnRight();
        set.numberFrom(pages + 1);
        return print(set.count(), set::size, painter(set), bookmark);
    }

    /** Goes on with a table on the next page, whichever side it is; the last page is left out if more rows follow. */
    int printRows(SetPages set, boolean more) {
        set.numberFrom(pages + 1);
        int count = set.count() - (more ? 1 : 0);
        print(count, set::size, painter(set), null);
        return more ? set.rowsBefore(count) : set.rowsBefore(Integer.MAX_VALUE);
    }

    /** Prints a document that will stand before all others; only after them, and only in a bound volume. */
    int printInFront(SetPages set, String bookmark) {
        if (front == 0) turnRight();
        int before = pages;
        var painter = painter(set);
        print(
                set.count(),
                index -> {
                    front++;
                    return set.size(index);
                },
                painter,
                bookmark);
        return pages - before;
    }

    /** Prints a copy of a form, its pages numbered from 1; returns how many. */
    int print(Form form, List<String> values, String bookmark) {
        turnRight();
        if (form.once()) return printOwn(lay(form.xhtml()), bookmark);
        var sheet = sheet(form);
        if (sheet.isTurnedBy(values)) return printOwn(compositor.set(FormSheet.filled(xhtml, form, values)), bookmark);
        var plate = plate(form, sheet);
        if (plate.isPresent() && plate.get().fits(values)) {
            var p = plate.get();
            return print(
                    p.count(),
                    p::size,
                    (i, ground, size, shift) -> {
                        p.stamp(i, values, ground, shift);
                        if (head != null) head.writeNumber(ground, size, number(), isRightHand(), shift);
                    },
                    bookmark);
        }
        return printOwn(sheet.set(values), bookmark);
    }

    private FormSheet sheet(Form form) {
        if (sheets.size() >= FORMS_KEPT && !sheets.containsKey(form)) sheets.clear();
        return sheets.computeIfAbsent(form, f -> new FormSheet(compositor, xhtml.parse(f.xhtml())));
    }

    private Optional<Plate> plate(Form form, FormSheet sheet) {
        if (copies.merge(form, 1, Integer::sum) <= COPIES_BEFORE_PLATE) return Optional.empty();
        return plates.computeIfAbsent(form, f -> Plate.of(sheet, compositor.text(), writer, Optional.ofNullable(head)));
    }

    private int printOwn(SetPages set, String bookmark) {
        return print(set.count(), set::size, painter(set), bookmark);
    }

    private interface Sizes {
        Rectangle of(int index);
    }

    /** Paints a page with its head, all of it moved sideways by so many points. */
    private interface Painter {
        void paint(int index, PdfContentByte ground, Rectangle size, float shift);
    }

    private Painter painter(SetPages set) {
        return (i, ground, size, shift) -> {
            if (shift != 0) {
                ground.saveState();
                ground.concatCTM(1, 0, 0, 1, shift, 0);
            }
            set.paint(i, ground);
            if (head != null) head.write(ground, size, number(), isRightHand());
            if (shift != 0) ground.restoreState();
        };
    }

    private int print(int count, Sizes sizes, Painter painter, String bookmark) {
        for (int i = 0; i < count; i++) {
            var size = sizes.of(i);
            feed(size);
            if (i == 0 && bookmark != null) mark(bookmark, size.getHeight());
            painter.paint(i, writer.getDirectContent(), size, shift());
        }
        return count;
    }

    /** Away from the spine, which is on the left of a right-hand page. */
    private float shift() {
        if (!bound) return 0;
        return isRightHand() ? BINDER : -BINDER;
    }

    private boolean isRightHand() {
        return (front > 0 ? front : pages) % 2 == 1;
    }

    private String number() {
        return front > 0 ? Roman.of(front) : Integer.toString(pages);
    }

    /** Leaves the back of the last sheet empty, so that the next document begins on a sheet of its own. */
    private void turnRight() {
        if (bound && pages % 2 == 1) feed(document.getPageSize());
    }

    private void feed(Rectangle size) {
        pages++;
        if (document == null) {
            open(size);
        } else {
            document.setPageSize(size);
            document.newPage();
        }
        // An empty page is a page too.
        writer.setPageEmpty(false);
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

    /** Completes the file; returns its pages. */
    int finish() {
        turnRight();
        compositor.paper().writeTotal(pages);
        if (front > 0) bringToFront();
        document.close();
        forget();
        return pages;
    }

    private void bringToFront() {
        document.newPage();
        int last = pages;
        int body = last - front - front % 2;
        try {
            writer.reorderPages(IntStream.concat(IntStream.rangeClosed(body + 1, last), IntStream.rangeClosed(1, body))
                    .toArray());
        } catch (DocumentException e) {
            throw new IllegalStateException("The contents could not be put in front", e);
        }
    }

    private void open(Rectangle size) {
        document = new Document(size, 0, 0, 0, 0);
        writer = Archival.open(document, out, info, compositor.text().glyphs());
        compositor.paper().setWriter(writer);
        if (head != null) writer.setLinearPageMode();
    }
}

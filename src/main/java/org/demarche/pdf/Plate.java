package org.demarche.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.pdf.script.ScriptText;
import org.demarche.pdf.script.Spot;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A form whose blanks each stand on a line of their own, so that no filling that fits its line moves anything: its pages
 * are written into the file once, and a copy is no more than a reference to them and its fillings. Whether a form is of
 * this kind is not read from its text but tried: all that surrounds the blanks must come out the same, byte for byte,
 * whether they are filled with one letter or with many.
 */
final class Plate {
    /** Letters in every blank at the second try, the longest first. */
    private static final int[] LONG = {60, 40, 25, 15};

    /** Layout counts in whole dots, of which a point has 27. */
    private static final float A_DOT = 0.1f;

    private final ScriptText text;
    private final List<Page> pages;
    private final Repeats<Filled> repeats = new Repeats<>();

    /** @param image what every copy shows */
    private record Page(Rectangle size, PdfTemplate image, List<Line> lines) {}

    /** @param anchor the share of a line's width that lies left of {@code at}: 0 for lines that begin there */
    private record Line(Filling filling, Spot spot, float anchor, float at, float widest) {}

    private record Filled(Line line, String text) {}

    private Plate(ScriptText text, List<Page> pages) {
        this.text = text;
        this.pages = pages;
    }

    /**
     * The plate of a form; empty where a filling may move something, or is more than black text.
     *
     * @param head whose words belong on the plate; the numbers do not
     */
    static Optional<Plate> of(FormSheet form, ScriptText text, PdfWriter writer, Optional<RunningHead> head) {
        var narrow = Proof.onTrial(form, text, writer, 1);
        if (narrow.isSpoiled()) return Optional.empty();
        for (int letters : LONG) {
            var wide = Proof.onTrial(form, text, writer, letters);
            if (!narrow.looksLike(wide)) continue;
            return lines(narrow, wide).map(lines -> new Plate(text, pages(form, text, writer, lines, head)));
        }
        return Optional.empty();
    }

    private static Optional<List<List<Line>>> lines(Proof narrow, Proof wide) {
        var pages = new ArrayList<List<Line>>();
        for (int page = 0; page < narrow.pages().size(); page++) {
            var few = narrow.pages().get(page).lines();
            var many = wide.pages().get(page).lines();
            var lines = new ArrayList<Line>();
            for (int i = 0; i < few.size(); i++) line(few.get(i), many.get(i)).ifPresent(lines::add);
            if (lines.size() < few.size()) return Optional.empty();
            pages.add(lines);
        }
        return Optional.of(pages);
    }

    private static Optional<Line> line(Proof.Line narrow, Proof.Line wide) {
        if (!narrow.spot().plain()) return Optional.empty();
        float from = narrow.spot().x();
        float moved = from - wide.spot().x();
        float grown = wide.width() - narrow.width();
        for (float anchor : new float[] {0, 0.5f, 1}) {
            if (Math.abs(moved - anchor * grown) < A_DOT) {
                return Optional.of(new Line(
                        narrow.filling(), narrow.spot(), anchor, from + anchor * narrow.width(), wide.width()));
            }
        }
        return Optional.empty();
    }

    private static List<Page> pages(
            FormSheet form, ScriptText text, PdfWriter writer, List<List<Line>> lines, Optional<RunningHead> head) {
        var printed = Proof.of(
                form, text, 1, size -> writer.getDirectContent().createTemplate(size.getWidth(), size.getHeight()));
        var pages = new ArrayList<Page>();
        for (var page : printed.pages()) {
            // Every bound document begins on a right-hand page.
            boolean rightHand = pages.size() % 2 == 0;
            head.ifPresent(h -> h.writeWords(page.ground(), page.size(), rightHand));
            pages.add(new Page(page.size(), (PdfTemplate) page.ground(), lines.get(pages.size())));
        }
        return List.copyOf(pages);
    }

    /** Whether each filling has room on its line. */
    boolean fits(List<String> values) {
        for (var page : pages) {
            for (var line : page.lines) {
                var filled = line.filling.with(values);
                if (filled.indexOf('\n') >= 0 || text.width(filled, line.spot) > line.widest) return false;
            }
        }
        return true;
    }

    int count() {
        return pages.size();
    }

    Rectangle size(int index) {
        return pages.get(index).size;
    }

    /** Prints one page of a copy, moved sideways by so many points. */
    void stamp(int index, List<String> values, PdfContentByte ground, float shift) {
        var page = pages.get(index);
        var own = new ArrayList<Filled>();
        var shared = new ArrayList<Filled>();
        for (var line : page.lines) {
            var filled = new Filled(line, line.filling.with(values));
            (repeats.isOften(filled) ? shared : own).add(filled);
        }
        var image = repeats.image(new Repeats.Image<>(index, shared), () -> with(shared, page, ground));
        if (image.isEmpty()) own.addAll(shared);
        ground.addTemplate(image.orElse(page.image), shift, 0);
        write(own, ground, shift);
    }

    private PdfTemplate with(List<Filled> shared, Page page, PdfContentByte ground) {
        var image = ground.createTemplate(page.size.getWidth(), page.size.getHeight());
        image.addTemplate(page.image, 0, 0);
        write(shared, image, 0);
        return image;
    }

    private void write(List<Filled> filled, PdfContentByte ground, float shift) {
        if (filled.isEmpty()) return;
        ground.beginText();
        for (var f : filled) {
            var line = f.line;
            float width = line.anchor == 0 ? 0 : line.anchor * text.width(f.text, line.spot);
            text.write(ground, f.text, line.spot, line.at - width + shift);
        }
        ground.endText();
    }
}

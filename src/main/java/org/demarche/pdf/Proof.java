package org.demarche.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.demarche.pdf.script.ScriptText;
import org.demarche.pdf.script.Spot;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/** A form with so many letters in every blank: all that surrounds the blanks, painted, and the places of the blanks. */
final class Proof implements ScriptText.Blanks {
    /** A wide letter that every face has. */
    private static final String LETTER = "n";

    private final List<Page> pages = new ArrayList<>();
    private final String filling;
    private final ScriptText text;
    private boolean spoiled;

    record Page(Rectangle size, PdfContentByte ground, List<Line> lines) {}

    /** @param width of the filled line, in points */
    record Line(Filling filling, Spot spot, float width) {}

    private Proof(ScriptText text, int letters) {
        this.text = text;
        this.filling = LETTER.repeat(letters);
    }

    /** Paints the form where nobody will see it. */
    static Proof onTrial(FormSheet form, ScriptText text, PdfWriter writer, int letters) {
        return of(form, text, letters, size -> new PdfContentByte(writer));
    }

    /** Paints the form on these grounds, one for each page. */
    static Proof of(FormSheet form, ScriptText text, int letters, Function<Rectangle, PdfContentByte> grounds) {
        var proof = new Proof(text, letters);
        text.setBlanks(proof);
        try {
            var set = form.setBlank();
            for (int i = 0; i < set.count(); i++) {
                var ground = grounds.apply(set.size(i));
                proof.pages.add(new Page(set.size(i), ground, new ArrayList<>()));
                set.paint(i, ground);
            }
        } finally {
            text.setBlanks(null);
        }
        return proof;
    }

    List<Page> pages() {
        return pages;
    }

    /** Whether a blank was cut in two, or shares its line with another. */
    boolean isSpoiled() {
        return spoiled || pages.stream().anyMatch(Proof::isCrowded);
    }

    private static boolean isCrowded(Page page) {
        var baselines = new HashSet<Integer>();
        return !page.lines.stream().allMatch(line -> baselines.add(Math.round(line.spot.y())));
    }

    /** Whether everything but the blanks stands where it stands in the other. */
    boolean looksLike(Proof other) {
        if (other.spoiled || pages.size() != other.pages.size()) return false;
        for (int i = 0; i < pages.size(); i++) {
            if (!looksLike(pages.get(i), other.pages.get(i))) return false;
        }
        return true;
    }

    private static boolean looksLike(Page one, Page other) {
        if (one.lines.size() != other.lines.size() || !Arrays.equals(painted(one), painted(other))) return false;
        for (int i = 0; i < one.lines.size(); i++) {
            var line = one.lines.get(i);
            var same = other.lines.get(i);
            if (line.spot.y() != same.spot.y() || !line.filling.equals(same.filling)) return false;
        }
        return true;
    }

    private static byte[] painted(Page page) {
        return page.ground.getInternalBuffer().toByteArray();
    }

    @Override
    public boolean isIn(String text) {
        return text.indexOf(Form.BEGIN) >= 0 || text.indexOf(Form.END) >= 0;
    }

    @Override
    public String filled(String text) {
        return Filling.of(text).with(filling);
    }

    @Override
    public void leaveOut(String pattern, Spot spot) {
        var blank = Filling.of(pattern);
        if (blank.between().stream().anyMatch(this::isIn) || blank.numbers().isEmpty()) spoiled = true;
        pages.getLast().lines.add(new Line(blank, spot, text.width(blank.with(filling), spot)));
    }
}

package org.demarche.letter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.demarche.pdf.Form;

/**
 * One letter that many people write to the same addressee: what they share is filled in once, and what is each writer's
 * own stays blank in a form for the press. There is one form for every set of blanks that can be empty, because an empty
 * one takes its line with it.
 */
public final class Circular {

    private static final List<String> OWN =
            List.of("letter.place", "signer.name", "signer.city", "signer.region", "signer.country", "comment");

    /** What the press takes for a blank; no writer may bring it in. */
    private static final Pattern BLANKS = Pattern.compile("[\uE010\uE011]");

    private final LetterText text;
    private final MergeRecord shared;
    private final Map<Integer, Shape> shapes = new ConcurrentHashMap<>();

    private record Shape(Form form, List<String> missing) {}

    /**
     * A letter ready for the press.
     *
     * @param values for the blanks of the form
     * @param missing required fields that are empty: what keeps it from being handed over
     */
    public record Copy(Form form, List<String> values, List<String> missing) {}

    /** @param shared every value but the writer's own */
    Circular(LetterText text, MergeRecord shared) {
        this.text = text;
        this.shared = shared;
    }

    /** The letter of one writer. */
    public Copy by(CampaignLetter.Writer writer, String words) {
        var place = MergeRecord.line(writer.writesFrom());
        return copy(List.of(
                place.isEmpty() ? text.place() : place,
                MergeRecord.line(writer.name()),
                MergeRecord.line(writer.city()),
                "",
                MergeRecord.line(writer.country()),
                MergeRecord.paragraphs(words)));
    }

    /** The same letter as a document of its own. */
    RenderedLetter letter(CampaignLetter.Writer writer, String words) {
        var values = by(writer, words).values();
        var record = shared;
        for (int i = 0; i < OWN.size(); i++) record = record.with(OWN.get(i), values.get(i));
        return text.render(record);
    }

    private Copy copy(List<String> values) {
        int filled = 0;
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) filled |= 1 << i;
        }
        var shape = shapes.computeIfAbsent(filled, this::shape);
        var clean = values.stream().map(v -> BLANKS.matcher(v).replaceAll("")).toList();
        return new Copy(shape.form, clean, shape.missing);
    }

    private Shape shape(int filled) {
        var record = shared;
        for (int i = 0; i < OWN.size(); i++) {
            record = record.with(OWN.get(i), (filled & 1 << i) == 0 ? "" : Form.blank(i));
        }
        var letter = text.render(record);
        return new Shape(new Form(letter.xhtml()), letter.missing());
    }
}

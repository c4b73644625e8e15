package org.demarche.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.demarche.pdf.Form;
import org.demarche.pdf.PenStrokes;

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
        var values = values(writer, words);
        return writer.drawn().isPresent() ? drawn(writer.drawn(), values) : copy(values);
    }

    /** The same letter as a document of its own. */
    RenderedLetter letter(CampaignLetter.Writer writer, String words) {
        return letter(writer.drawn(), values(writer, words));
    }

    private List<String> values(CampaignLetter.Writer writer, String words) {
        var place = Printable.line(writer.writesFrom());
        return List.of(
                place.isEmpty() ? text.place() : place,
                Printable.line(writer.name()),
                Printable.line(writer.city()),
                "",
                Printable.line(writer.country()),
                Printable.paragraphs(words));
    }

    private RenderedLetter letter(Optional<PenStrokes> drawn, List<String> values) {
        return text.render(shared.toBuilder().drawn(drawn).build().with(OWN, values));
    }

    /** The strokes of a hand fit no blank: such a letter is set by itself. */
    private Copy drawn(Optional<PenStrokes> drawn, List<String> values) {
        var letter = letter(drawn, values);
        return new Copy(new Form(letter.xhtml(), true), List.of(), letter.missing());
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
        var blanks = new ArrayList<String>();
        for (int i = 0; i < OWN.size(); i++) blanks.add((filled & 1 << i) == 0 ? "" : Form.blank(i));
        var letter = text.render(shared.with(OWN, blanks));
        return new Shape(new Form(letter.xhtml()), letter.missing());
    }
}

package org.demarche.letter;

import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.common.Language;
import org.demarche.common.Refusal;

/** A letter in one language, parsed and checked. */
public final class LetterText {

    /** Bytes; more than ten times the longest letter we have. */
    public static final int LONGEST = 64 * 1024;

    private static final Set<String> BLOCKS = Set.of("dateline", "addressee", "memo", "close", "signature");
    private static final Pattern BLOCK = Pattern.compile("\\s*:::\\s*(.*?)\\s*");

    private final Language language;
    private final String source;
    private final FrontMatter front;
    private final TemplateCheck.Checked subject;
    private final TemplateCheck.Checked body;
    private final int bodyBegins;

    private LetterText(
            Language language,
            String source,
            FrontMatter front,
            TemplateCheck.Checked subject,
            TemplateCheck.Checked body,
            int bodyBegins) {
        this.language = language;
        this.source = source;
        this.front = front;
        this.subject = subject;
        this.body = body;
        this.bodyBegins = bodyBegins;
    }

    /** Reads a letter file; {@link LetterFault} says where it cannot be taken. */
    public static LetterText parse(Language language, String file) {
        if (file.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new LetterFault(1, 1, "the letter is longer than " + LONGEST / 1024 + " KB");
        }
        var source = (file.startsWith("\uFEFF") ? file.substring(1) : file).replaceAll("\\r\\n?", "\n");
        var lines = List.of(source.split("\n", -1));
        if (!lines.getFirst().strip().equals("---")) {
            throw new LetterFault(1, 1, "the first line must be ---");
        }
        var end = lines.subList(1, lines.size()).stream()
                        .map(String::stripTrailing)
                        .toList()
                        .indexOf("---")
                + 1;
        if (end == 0) {
            throw new LetterFault(1, 1, "a second line with --- must end the front matter");
        }
        var front = FrontMatter.parse(String.join("\n", lines.subList(1, end)), 1);
        var body = lines.subList(end + 1, lines.size());
        checkBlocks(body, end + 1);
        var text = new LetterText(
                language,
                source,
                front,
                TemplateCheck.check(front.text("subject"), front.subjectLine() - 1),
                TemplateCheck.check(String.join("\n", body), end + 1),
                end + 2);
        text.tryOut(end + 1);
        return text;
    }

    private static void checkBlocks(List<String> body, int above) {
        var open = 0;
        for (var i = 0; i < body.size(); i++) {
            var block = BLOCK.matcher(body.get(i));
            if (!block.matches()) {
                continue;
            }
            var line = above + i + 1;
            var name = block.group(1);
            if (open == 0 && !BLOCKS.contains(name)) {
                throw new LetterFault(
                        line,
                        1,
                        "a block is one of "
                                + String.join(", ", BLOCKS.stream().sorted().toList()));
            }
            if (open > 0 && !name.isEmpty()) {
                throw new LetterFault(line, 1, "the block that begins on line " + open + " is still open");
            }
            open = open == 0 ? line : 0;
        }
        if (open > 0) {
            throw new LetterFault(open, 1, "this block has no end: a line with :::");
        }
    }

    /** Once with every blank filled and once with none: what the check of names cannot see, such as a name out of its loop. */
    private void tryOut(int above) {
        for (var record : List.of(MergeRecord.crowded(), MergeRecord.builder().build())) {
            try {
                lay(record);
            } catch (TemplateException e) {
                var origin = e.getOrigin();
                throw origin == null
                        ? new LetterFault(above + 1, 1, e.getMessage())
                        : new LetterFault(
                                above + origin.getLine(),
                                Math.max(1, origin.getLineCharacterStart()),
                                e.getMessage().lines().findFirst().orElse(""));
            }
        }
    }

    /** Fills the blanks; a {@link Refusal} (409) where the values make more of it than a letter may be. */
    RenderedLetter render(MergeRecord given) {
        try {
            return lay(given);
        } catch (TemplateException e) {
            throw Refusal.wrongState("This letter cannot be written with these values: " + e.getMessage() + ".");
        }
    }

    private RenderedLetter lay(MergeRecord given) {
        var record = given.withDefaults(front);
        var placeholders = new Placeholders();
        var blanks = placeholders.blanks(record.values());
        var subjectLine = EmptyLines.without(run(subject.template(), blanks)).strip();
        var sheet = LetterSheet.of(EmptyLines.without(run(body.template(), blanks)));
        var plainSubject = placeholders.fill(subjectLine, text -> text);
        return new RenderedLetter(
                language,
                plainSubject,
                new SheetText(placeholders, language).write(sheet),
                SheetHtml.forScreen(placeholders, record.drawn()).write(sheet),
                Stationery.document(
                        language,
                        plainSubject,
                        record,
                        SheetHtml.forPaper(placeholders, record.drawn()).write(sheet)),
                front.required().stream().filter(record::isEmpty).toList());
    }

    private static String run(Template template, Blanks blanks) {
        return Sandbox.render(template, blanks);
    }

    public Language language() {
        return language;
    }

    /** The whole file, as it was saved. */
    public String source() {
        return source;
    }

    /** What the letter is called on the site. */
    public String title() {
        return front.text("title");
    }

    public String summary() {
        return front.text("summary");
    }

    public String languageName() {
        var own = front.text("languageName");
        return own.isEmpty() ? language.nativeName() : own;
    }

    /** The line of the file on which the text begins, counted from 1. */
    int bodyBegins() {
        return bodyBegins;
    }

    /** An entry of the front matter by its name; empty where it is not given. */
    String entry(String name) {
        return front.text(name);
    }

    /** Whom the letter is to where nothing else is given. */
    public String addresseeName() {
        return front.text("addresseeName");
    }

    public String addresseeTitle() {
        return front.text("addresseeTitle");
    }

    public String salutation() {
        return front.text("salutation");
    }

    public String place() {
        return front.text("place");
    }

    /** Fields without which the letter is not sent. */
    public List<String> required() {
        return front.required();
    }

    /** The fields that the subject and the body use, in the order in which they first come. */
    public List<String> fields() {
        var all = new LinkedHashSet<>(subject.fields());
        all.addAll(body.fields());
        return List.copyOf(all);
    }
}

package org.demarche.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** A letter's text cut into its blocks, each parsed as Markdown of headings, paragraphs, lists and emphasis. */
record LetterSheet(List<Part> parts) {

    /** What stands between the named blocks. */
    static final String BODY = "body";

    private static final int DEEPEST_LIST = 12;

    private static final Parser MARKDOWN = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class))
            // A line of a thousand hyphens is not a list a thousand deep.
            .maxOpenBlockParsers(DEEPEST_LIST)
            .build();

    record Part(String name, Node text) {}

    static LetterSheet of(String markdown) {
        var parts = new ArrayList<Part>();
        var name = BODY;
        var lines = new ArrayList<String>();
        for (var line : markdown.split("\n", -1)) {
            var words = line.strip();
            if (!words.startsWith(":::")) {
                lines.add(line);
                continue;
            }
            add(parts, name, lines);
            name = words.equals(":::") ? BODY : words.substring(3).strip();
        }
        add(parts, name, lines);
        return new LetterSheet(parts);
    }

    private static void add(List<Part> parts, String name, List<String> lines) {
        var text = MARKDOWN.parse(String.join("\n", lines));
        lines.clear();
        if (text.getFirstChild() != null) {
            parts.add(new Part(name, text));
        }
    }
}

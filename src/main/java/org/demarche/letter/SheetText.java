package org.demarche.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.demarche.common.Language;

/** Writes a sheet as plain text for mail: paragraphs apart by an empty line, lists with their numbers. */
final class SheetText extends AbstractVisitor {

    /** RFC 5322 section 2.1.1 asks for at most 78 characters a line. */
    private static final int LINE_WIDTH = 76;

    private final Placeholders placeholders;
    private final Language language;
    private final List<String> blocks = new ArrayList<>();
    private StringBuilder words = new StringBuilder();
    private int depth;

    SheetText(Placeholders placeholders, Language language) {
        this.placeholders = placeholders;
        this.language = language;
    }

    /** Ends with a line break. */
    String write(LetterSheet sheet) {
        sheet.parts().forEach(part -> part.text().accept(this));
        return String.join("\n\n", blocks) + "\n";
    }

    @Override
    public void visit(Paragraph paragraph) {
        blocks.add(wrapped(inline(paragraph)));
    }

    @Override
    public void visit(Heading heading) {
        blocks.add(wrapped(inline(heading)));
    }

    @Override
    public void visit(BulletList list) {
        addList(list, false, 0);
    }

    @Override
    public void visit(OrderedList list) {
        addList(list, true, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber());
    }

    private void addList(ListBlock list, boolean numbered, int start) {
        var items = new ArrayList<String>();
        var number = start;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var marker = numbered ? number++ + ". " : "- ";
            items.add(marker + indented(itemText((ListItem) item, marker.length()), marker.length()));
        }
        blocks.add(String.join("\n", items));
    }

    /** The paragraphs and lists of one item, below each other. */
    private String itemText(ListItem item, int indent) {
        var inner = new SheetText(placeholders, language);
        inner.depth = depth + indent;
        inner.visitChildren(item);
        return String.join("\n", inner.blocks);
    }

    private static String indented(String text, int indent) {
        return text.lines().collect(Collectors.joining("\n" + " ".repeat(indent)));
    }

    private String inline(Node node) {
        words = new StringBuilder();
        visitChildren(node);
        return words.toString();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(Text text) {
        append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        append(html.getLiteral());
    }

    private void append(String literal) {
        words.append(placeholders.fill(literal, text -> text));
    }

    /** Japanese and Chinese know no spaces to break at: their mail programs break the line where it ends. */
    private String wrapped(String text) {
        return language == Language.JA || language == Language.ZH_HANS
                ? text
                : text.lines().map(this::wrappedLine).collect(Collectors.joining("\n"));
    }

    private String wrappedLine(String line) {
        var out = new StringBuilder();
        var width = depth;
        for (var word : line.split(" ")) {
            var wordWidth = width(word);
            if (width > depth && width + 1 + wordWidth > LINE_WIDTH) {
                out.append('\n').append(word);
                width = depth + wordWidth;
            } else {
                out.append(width > depth ? " " : "").append(word);
                width += wordWidth + (width > depth ? 1 : 0);
            }
        }
        return out.toString();
    }

    /** Columns on a screen: East Asian characters take two. */
    private static int width(String word) {
        return word.codePoints()
                .map(c -> Character.isIdeographic(c)
                                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                                || c >= 0x3000 && c <= 0x30FF
                                || c >= 0xFF00 && c <= 0xFF60
                        ? 2
                        : 1)
                .sum();
    }
}

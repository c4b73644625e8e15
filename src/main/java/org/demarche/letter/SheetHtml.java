package org.demarche.letter;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.demarche.pdf.PenStrokes;

/** Writes a sheet as well-formed XHTML with nothing in it but a dozen harmless elements; links keep only their words. */
final class SheetHtml extends AbstractVisitor {

    private static final String SIGNATURE = "signature";

    /** Our names for the style sheet of letters, and those that the site's sheet uses beside them. */
    private static final Map<String, String> CLASSES = Map.of(
            "dateline",
            "dateline date",
            "addressee",
            "addressee to",
            "memo",
            "memo",
            "close",
            "close",
            SIGNATURE,
            "signature signed",
            LetterSheet.BODY,
            "body");

    private final Placeholders placeholders;
    private final Optional<PenStrokes> drawn;
    private final boolean forPaper;
    private final StringBuilder out = new StringBuilder();

    private SheetHtml(Placeholders placeholders, Optional<PenStrokes> drawn, boolean forPaper) {
        this.placeholders = placeholders;
        this.drawn = drawn;
        this.forPaper = forPaper;
    }

    static SheetHtml forScreen(Placeholders placeholders, Optional<PenStrokes> drawn) {
        return new SheetHtml(placeholders, drawn, false);
    }

    /** Without a box around the body: the close must not break from the paragraph before it, so it needs it beside it. */
    static SheetHtml forPaper(Placeholders placeholders, Optional<PenStrokes> drawn) {
        return new SheetHtml(placeholders, drawn, true);
    }

    String write(LetterSheet sheet) {
        for (var part : sheet.parts()) {
            if (forPaper && part.name().equals(LetterSheet.BODY)) {
                part.text().accept(this);
            } else {
                out.append("<div class=\"").append(CLASSES.get(part.name())).append("\">\n");
                if (part.name().equals(SIGNATURE)) sign(part.text());
                else part.text().accept(this);
                out.append("</div>\n");
            }
        }
        return out.toString();
    }

    /** The strokes stand above the words in which their writer is named; others may sign before. */
    private void sign(Node block) {
        for (var part = block.getFirstChild(); part != null; part = part.getNext()) {
            if (names(part)) drawn.ifPresent(this::draw);
            part.accept(this);
        }
    }

    private boolean names(Node part) {
        for (var words = part.getFirstChild(); words != null; words = words.getNext()) {
            if (words instanceof Text text && placeholders.holds(text.getLiteral(), "signer.name")) return true;
        }
        return false;
    }

    private void draw(PenStrokes signature) {
        out.append(
                forPaper
                        ? "<p><pen data-path=\"%s\"></pen></p>\n".formatted(signature.path())
                        : "<p><svg class=\"drawn\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\"><path d=\"%s\"/></svg></p>\n"
                                .formatted(PenStrokes.WIDTH, PenStrokes.HEIGHT, signature.path()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void visit(Paragraph paragraph) {
        var only = soleText(paragraph).flatMap(placeholders::only);
        if (isInTightList(paragraph)) {
            visitChildren(paragraph);
        } else if (only.filter(value -> value.field().equals("comment")).isPresent()) {
            out.append("<blockquote>").append(paragraphs(only.get().text())).append("</blockquote>\n");
        } else if (only.filter(value -> value.field().equals("addressee.salutation"))
                .isPresent()) {
            out.append("<p class=\"salutation open\">");
            visitChildren(paragraph);
            out.append("</p>\n");
        } else {
            wrap("p", paragraph);
            out.append('\n');
        }
    }

    private static Optional<String> soleText(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Text text && text.getNext() == null
                ? Optional.of(text.getLiteral())
                : Optional.empty();
    }

    private static String paragraphs(String words) {
        return Stream.of(words.split("\n\n"))
                .map(p -> "<p>" + lines(p) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String lines(String words) {
        return escape(words).replace("\n", "<br/>");
    }

    private static boolean isInTightList(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem
                && paragraph.getParent().getParent() instanceof ListBlock list
                && list.isTight();
    }

    @Override
    public void visit(Heading heading) {
        wrap("h" + Math.min(heading.getLevel(), 3), heading);
        out.append('\n');
    }

    @Override
    public void visit(OrderedList list) {
        var start = list.getMarkerStartNumber();
        out.append(start == null || start == 1 ? "<ol>\n" : "<ol start=\"" + start + "\">\n");
        visitChildren(list);
        out.append("</ol>\n");
    }

    @Override
    public void visit(BulletList list) {
        out.append("<ul>\n");
        visitChildren(list);
        out.append("</ul>\n");
    }

    @Override
    public void visit(ListItem item) {
        wrap("li", item);
        out.append('\n');
    }

    @Override
    public void visit(Emphasis emphasis) {
        wrap("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        wrap("strong", strong);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.append("<br/>\n");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.append('\n');
    }

    @Override
    public void visit(Text text) {
        out.append(placeholders.fill(text.getLiteral(), SheetHtml::lines));
    }

    @Override
    public void visit(Code code) {
        out.append(placeholders.fill(code.getLiteral(), SheetHtml::lines));
    }

    /** A tag that an author typed is text to us. */
    @Override
    public void visit(HtmlInline html) {
        out.append(placeholders.fill(html.getLiteral(), SheetHtml::lines));
    }

    private void wrap(String element, Node node) {
        out.append('<').append(element).append('>');
        visitChildren(node);
        out.append("</").append(element).append('>');
    }
}

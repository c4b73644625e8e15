package org.demarche.pdf;

import java.util.ArrayList;
import java.util.List;
import org.demarche.pdf.script.Wording;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** A text with blanks in a parsed form; elements that a filling needs are kept for the next, with their styles. */
final class Blank {
    private final Text text;
    private final Filling filling;
    private final boolean paragraph;
    private final List<Blank> further = new ArrayList<>();
    private final List<Element> breaks = new ArrayList<>();
    private final List<Node> added = new ArrayList<>();

    Blank(Text text) {
        this(text, Filling.of(text.getData()));
    }

    private Blank(Text text, Filling filling) {
        this.text = text;
        this.filling = filling;
        this.paragraph = text.getParentNode().getNodeName().equals("p")
                && text.getPreviousSibling() == null
                && text.getNextSibling() == null
                && filling.isOneBlank();
    }

    static boolean isIn(Text text) {
        return text.getData().indexOf(Form.BEGIN) >= 0;
    }

    /** Puts the blank itself back. */
    void clear() {
        takeBack();
        text.setData(filling.pattern());
    }

    void fill(List<String> values) {
        takeBack();
        var filled = Wording.clean(filling.with(values));
        if (filled.indexOf('\n') < 0) {
            text.setData(filled);
            return;
        }
        var paragraphs = paragraph ? filled.split("\n\n+") : new String[] {filled.replaceAll("\n+", "\n")};
        lines(paragraphs[0]);
        for (int i = 1; i < paragraphs.length; i++) next(i).lines(paragraphs[i]);
    }

    private void takeBack() {
        added.forEach(node -> node.getParentNode().removeChild(node));
        added.clear();
        further.forEach(Blank::takeBack);
    }

    private Blank next(int number) {
        if (further.size() < number) {
            var copy = (Element) text.getParentNode().cloneNode(false);
            further.add(
                    new Blank((Text) copy.appendChild(text.getOwnerDocument().createTextNode("")), filling));
        }
        var next = further.get(number - 1);
        var before = number == 1 ? text : further.get(number - 2).text;
        insert(next.text.getParentNode(), before.getParentNode());
        return next;
    }

    private void lines(String paragraph) {
        var lines = paragraph.split("\n");
        text.setData(lines[0]);
        Node last = text;
        for (int i = 1; i < lines.length; i++) {
            last = insert(lineBreak(i), last);
            last = insert(text.getOwnerDocument().createTextNode(lines[i]), last);
        }
    }

    private Element lineBreak(int number) {
        if (breaks.size() < number) {
            breaks.add(
                    text.getOwnerDocument().createElementNS(text.getParentNode().getNamespaceURI(), "br"));
        }
        return breaks.get(number - 1);
    }

    private Node insert(Node node, Node after) {
        after.getParentNode().insertBefore(node, after.getNextSibling());
        added.add(node);
        return node;
    }
}

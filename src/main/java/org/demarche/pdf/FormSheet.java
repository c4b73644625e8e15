package org.demarche.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.demarche.pdf.script.Wording;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xhtmlrenderer.context.StyleReference;

/** One compositor's own copy of a form: parsed once, its styles matched once, filled anew for each print. */
final class FormSheet {
    private final Compositor compositor;
    private final Document document;
    private final StyleReference styles;
    private final List<Blank> blanks = new ArrayList<>();
    private final List<Filling> turning = new ArrayList<>();

    /** The document with its blanks filled, to be set once. */
    static Document filled(Xhtml xhtml, Form form, List<String> values) {
        var document = xhtml.read(form.xhtml());
        texts(document.getDocumentElement(), text -> new Blank(text).fill(values));
        Xhtml.clean(document.getDocumentElement());
        return document;
    }

    FormSheet(Compositor compositor, Document document) {
        this.compositor = compositor;
        this.document = document;
        this.styles = compositor.styles(document);
        texts(document.getDocumentElement(), text -> {
            blanks.add(new Blank(text));
            for (Node n = text.getParentNode(); n instanceof Element element; n = n.getParentNode()) {
                // Whoever read the document has settled the direction as if the blanks were empty.
                if (element.hasAttribute("dir")) turning.add(Filling.of(element.getTextContent()));
            }
        });
    }

    private static void texts(Element element, Consumer<Text> withBlanks) {
        for (Node child = element.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Text text && Blank.isIn(text)) withBlanks.accept(text);
            else if (child instanceof Element inner) texts(inner, withBlanks);
        }
    }

    /** Whether a filling would turn the direction of what it stands in, so that other styles hold. */
    boolean isTurnedBy(List<String> values) {
        return turning.stream().anyMatch(t -> Wording.isRightToLeft(t.with(values)));
    }

    SetPages set(List<String> values) {
        blanks.forEach(blank -> blank.fill(values));
        return compositor.set(document, styles);
    }

    /** The pages with their blanks still in them. */
    SetPages setBlank() {
        blanks.forEach(Blank::clear);
        return compositor.set(document, styles);
    }
}

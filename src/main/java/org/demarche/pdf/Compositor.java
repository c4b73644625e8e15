package org.demarche.pdf;

import java.awt.Rectangle;
import org.demarche.pdf.script.LineBreaks;
import org.demarche.pdf.script.ScriptText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xhtmlrenderer.context.StyleReference;
import org.xhtmlrenderer.extend.UserInterface;
import org.xhtmlrenderer.layout.BoxBuilder;
import org.xhtmlrenderer.layout.Layer;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.render.ViewportBox;

/**
 * Sets documents into lines and pages by Flying Saucer, with our fonts, our styles and our safety around it. Matching
 * styles takes longer than setting the text, so that the styles of a form are kept for all its copies.
 */
final class Compositor {
    private static final int DOTS_PER_PIXEL = 20;
    private static final float DOTS_PER_POINT = DOTS_PER_PIXEL * 4 / 3f;

    private final ScriptText text = new ScriptText();
    private final Paper paper = new Paper(DOTS_PER_POINT);
    private final HouseAgent agent = new HouseAgent(paper, DOTS_PER_PIXEL);
    private final HouseElements elements = new HouseElements(DOTS_PER_POINT);
    private final SharedContext shared =
            new SharedContext(agent, new HouseFonts(), elements, text, 72 * DOTS_PER_POINT, DOTS_PER_PIXEL);
    private final StyleReference passing = shared.getCss();

    Compositor() {
        paper.setSharedContext(shared);
        shared.setLineBreakingStrategy(new LineBreaks());
        shared.setNamespaceHandler(new HouseMarkup());
    }

    ScriptText text() {
        return text;
    }

    Paper paper() {
        return paper;
    }

    /** The mark in all that is set from now on; null for none. */
    void show(Mark mark) {
        elements.show(mark);
    }

    /** Sets a document that is printed once. */
    SetPages set(Document document) {
        shared.setCss(passing);
        match(passing, document);
        return set(document, passing);
    }

    /** The styles of a document, to be kept as long as it is printed. */
    StyleReference styles(Document document) {
        var styles = new StyleReference(agent);
        match(styles, document);
        return styles;
    }

    private void match(StyleReference styles, Document document) {
        // Forgets the styles of elements long printed; those of forms are derived again when next needed.
        shared.reset();
        styles.setDocumentContext(shared, shared.getNamespaceHandler(), document, new Still());
    }

    /** Sets a document, as it is now, with styles that were matched before. */
    SetPages set(Document document, StyleReference styles) {
        shared.setCss(styles);
        var context = context();
        var root = BoxBuilder.createRootBox(context, document);
        root.setContainingBlock(new ViewportBox(firstPage(context)));
        root.layout(context);
        var size = root.getLayer().getPaintingDimension(context);
        root.getLayer().trimEmptyPages(size.height);
        root.getLayer().layoutPages(context);
        return new SetPages(root, shared, paper, fonts());
    }

    private static Rectangle firstPage(LayoutContext context) {
        var first = Layer.createPageBox(context, "first");
        return new Rectangle(0, 0, first.getContentWidth(context), first.getContentHeight(context));
    }

    private LayoutContext context() {
        return shared.newLayoutContextInstance(fonts());
    }

    private ITextFontContext fonts() {
        var fonts = new ITextFontContext();
        text.setup(fonts);
        return fonts;
    }

    /** Paper knows no pointer and no focus. */
    private static final class Still implements UserInterface {
        @Override
        public boolean isHover(Element element) {
            return false;
        }

        @Override
        public boolean isActive(Element element) {
            return false;
        }

        @Override
        public boolean isFocus(Element element) {
            return false;
        }
    }
}

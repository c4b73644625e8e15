package org.demarche.pdf;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.xhtmlrenderer.css.style.CalculatedStyle.Edge;
import org.xhtmlrenderer.layout.Layer;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.newtable.TableRowBox;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.PageBox;
import org.xhtmlrenderer.render.RenderingContext;

/** The pages of one document, set and ready to be painted; to be painted before the next document is set. */
final class SetPages {
    private final BlockBox root;
    private final SharedContext shared;
    private final Paper paper;
    private final ITextFontContext fonts;
    private RenderingContext context;
    private int total;

    /** Numbers the pages from 1, and tells of their own number where the total is asked for. */
    SetPages(BlockBox root, SharedContext shared, Paper paper, ITextFontContext fonts) {
        this.root = root;
        this.shared = shared;
        this.paper = paper;
        this.fonts = fonts;
        numberFrom(1);
        total = count();
    }

    int count() {
        return root.getLayer().getPages().size();
    }

    /** Goes on with the numbers of the volume, whose total is written when it is known. */
    void numberFrom(int first) {
        total = 0;
        context = shared.newRenderingContextInstance(paper, fonts, root.getLayer(), first);
        root.getLayer().assignPagePaintingPositions(context, Layer.PagedMode.PAGED_MODE_PRINT);
        context.setPageCount(count());
    }

    /** How many rows of tables' bodies begin before the page with this index. */
    int rowsBefore(int index) {
        return rows(root, index < count() ? page(index).getTop() : Integer.MAX_VALUE);
    }

    private static int rows(Box box, int before) {
        if (box instanceof TableRowBox row) {
            var body = row.getElement().getParentNode().getNodeName().equals("tbody");
            return body && row.getAbsY() < before ? 1 : 0;
        }
        int rows = 0;
        for (int i = 0; i < box.getChildCount(); i++) rows += rows(box.getChild(i), before);
        return rows;
    }

    /** In points. */
    Rectangle size(int index) {
        var page = page(index);
        return new Rectangle(
                0,
                0,
                page.getWidth(context) / paper.getDotsPerPoint(),
                page.getHeight(context) / paper.getDotsPerPoint());
    }

    /** Paints a page, counted from 0, on an empty ground of its size. */
    void paint(int index, PdfContentByte ground) {
        var page = page(index);
        paper.setRoot(root);
        paper.setTotal(total);
        paper.initializePage(ground, size(index).getHeight());
        context.setPage(index, page);
        page.paintBackground(context, 0, Layer.PagedMode.PAGED_MODE_PRINT);
        page.paintMarginAreas(context, 0, Layer.PagedMode.PAGED_MODE_PRINT);
        page.paintBorder(context, 0, Layer.PagedMode.PAGED_MODE_PRINT);
        paintContent(page);
        paper.finishPage();
    }

    private void paintContent(PageBox page) {
        var whole = paper.getClip();
        paper.clip(page.getPrintClippingBounds(context));
        int left = page.getMarginBorderPadding(context, Edge.LEFT);
        int top = page.getMarginBorderPadding(context, Edge.TOP) - page.getPaintingTop();
        paper.translate(left, top);
        root.getLayer().paint(context);
        paper.translate(-left, -top);
        paper.setClip(whole);
    }

    private PageBox page(int index) {
        return root.getLayer().getPages().get(index);
    }
}

package org.demarche.pdf;

import org.w3c.dom.Element;
import org.xhtmlrenderer.extend.ReplacedElement;
import org.xhtmlrenderer.extend.ReplacedElementFactory;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextImageElement;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.simple.extend.FormSubmissionListener;

/** The elements that are drawn and not set: {@code img}, {@code mark}, {@code qr}, {@code pen} and {@code pages}. */
final class HouseElements implements ReplacedElementFactory {
    private final float dotsPerPoint;
    private Mark mark;

    HouseElements(float dotsPerPoint) {
        this.dotsPerPoint = dotsPerPoint;
    }

    /** What {@code mark} stands for from now on; null for nothing. */
    void show(Mark mark) {
        this.mark = mark;
    }

    @Override
    public ReplacedElement createReplacedElement(
            LayoutContext context, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
        var element = box.getElement();
        if (element == null) return null;
        return switch (element.getTagName()) {
            case "img" -> image(element, agent, cssWidth, cssHeight);
            case "mark" -> mark == null ? null : new MarkDrawing(mark, element.getAttribute("data-gap"), dotsPerPoint);
            case "qr" -> new QrCode(element.getAttribute("data-text"), cssWidth, cssHeight);
            case "pen" -> new PenDrawing(element.getAttribute("data-path"), cssWidth);
            case "pages" -> new PageTotal(context, box);
            default -> null;
        };
    }

    private static ReplacedElement image(Element element, UserAgentCallback agent, int width, int height) {
        var image = agent.getImageResource(element.getAttribute("src")).getImage();
        if (image == null) return null;
        return new ITextImageElement(width < 0 && height < 0 ? image : image.scale(width, height));
    }

    @Override
    public void reset() {}

    @Override
    public void remove(Element element) {}

    @Override
    public void setFormSubmissionListener(FormSubmissionListener listener) {}
}

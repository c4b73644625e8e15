package org.demarche.pdf;

import java.awt.Point;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextReplacedElement;

/** An element of known size in layout dots that paints itself. */
abstract class Drawn implements ITextReplacedElement {
    private final int width;
    private final int height;
    private Point location = new Point();

    Drawn(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public final int getIntrinsicWidth() {
        return width;
    }

    @Override
    public final int getIntrinsicHeight() {
        return height;
    }

    @Override
    public final Point getLocation() {
        return location;
    }

    @Override
    public final void setLocation(int x, int y) {
        location = new Point(x, y);
    }

    @Override
    public void detach(LayoutContext context) {}

    @Override
    public boolean isRequiresInteractivePaint() {
        return false;
    }

    @Override
    public boolean hasBaseline() {
        return false;
    }

    @Override
    public int getBaseline() {
        return 0;
    }
}

package org.demarche.pdf;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/** XHTML in which an element speaks the language of what it stands in, so that {@code :lang()} and line breaks hold. */
final class HouseMarkup extends XhtmlNamespaceHandler {
    @Override
    public String getLang(Element element) {
        for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
            if (!e.getAttribute("lang").isEmpty()) return e.getAttribute("lang");
        }
        return "";
    }
}

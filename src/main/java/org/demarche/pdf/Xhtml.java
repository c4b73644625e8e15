package org.demarche.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.demarche.pdf.script.Wording;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XHTML as text on paper: nothing outside the string is loaded, nothing in it is run. */
final class Xhtml {
    private static final Set<String> DROPPED =
            Set.of("script", "style", "object", "embed", "iframe", "input", "select", "textarea", "button", "base");

    private final DocumentBuilder builder = hardened();

    /** The document ready for layout; throws IllegalArgumentException, with line and column, if it is not XML. */
    Document parse(String xhtml) {
        var document = read(xhtml);
        clean(document.getDocumentElement());
        return document;
    }

    /** The document as it was written; to be cleaned before it is laid out. */
    Document read(String xhtml) {
        try {
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXParseException e) {
            // The parser's own message may quote the text, and the text may hold a name.
            throw new IllegalArgumentException(
                    "Not well-formed XHTML at line " + e.getLineNumber() + ", column " + e.getColumnNumber());
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not well-formed XHTML");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clean(Element element) {
        for (Node child = element.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            if (child instanceof Text text) text.setData(Wording.clean(text.getData()));
            else if (child instanceof Element inner && !isDropped(inner)) clean(inner);
            else element.removeChild(child);
        }
        var attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            var name = attributes.item(i).getNodeName();
            if (name.toLowerCase(Locale.ROOT).startsWith("on")) element.removeAttribute(name);
        }
        if (!isWebOrMail(element.getAttribute("href")) && element.getTagName().equals("a")) {
            element.removeAttribute("href");
        }
        if (element.getAttribute("dir").equals("auto")) {
            element.setAttribute("dir", Wording.isRightToLeft(element.getTextContent()) ? "rtl" : "ltr");
        }
    }

    private static boolean isDropped(Element element) {
        return DROPPED.contains(element.getTagName().toLowerCase(Locale.ROOT));
    }

    private static boolean isWebOrMail(String href) {
        return href.startsWith("https://") || href.startsWith("http://") || href.startsWith("mailto:");
    }

    private static DocumentBuilder hardened() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(true);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            var builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a safety feature", e);
        }
    }

    /** Keeps the parser from printing to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

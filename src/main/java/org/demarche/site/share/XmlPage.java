package org.demarche.site.share;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A small XML document, written from the top down. */
final class XmlPage {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** @param attributes of the root: name and value in turn */
    XmlPage(String root, String... attributes) {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            begin(root, attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    XmlPage begin(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** An element of nothing but text. */
    XmlPage say(String name, String words, String... attributes) {
        begin(name, attributes);
        try {
            xml.writeCharacters(words);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return end();
    }

    XmlPage empty(String name, String... attributes) {
        return begin(name, attributes).end();
    }

    XmlPage end() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** The whole document; every element still open is closed. */
    String close() {
        try {
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}

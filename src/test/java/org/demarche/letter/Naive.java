package org.demarche.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xml.sax.SAXException;

/** The peer: Flying Saucer as its guide shows it, a renderer and a file for each letter, with our fonts and our styles. */
final class Naive {
    private final Path fonts;
    private final String css;

    Naive() throws IOException {
        fonts = Files.createTempDirectory("bench-fonts");
        for (var name : new String[] {
            "NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSans-Regular.ttf", "NotoSerifJP-Regular.ttf"
        }) {
            try (var font = Naive.class.getResourceAsStream("/fonts/" + name)) {
                Files.copy(font, fonts.resolve(name));
            }
            fonts.resolve(name).toFile().deleteOnExit();
        }
        fonts.toFile().deleteOnExit();
        css = (read("/pdf/type.css") + read("/pdf/letter.css")).replaceAll("@import [^;]*;", "");
    }

    private static String read(String resource) throws IOException {
        try (var stream = Naive.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The letter as a file of its own. */
    byte[] render(String xhtml) {
        var styled = xhtml.replaceAll("<link [^>]*/>", "<style>" + css + "</style>");
        try {
            var renderer = new ITextRenderer();
            add(renderer, "NotoSerif-Regular.ttf", "Letter");
            add(renderer, "NotoSerif-Bold.ttf", "Letter");
            add(renderer, "NotoSans-Regular.ttf", "Sans");
            if (xhtml.contains("lang=\"ja\"")) add(renderer, "NotoSerifJP-Regular.ttf", "Letter-ja");
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(styled.getBytes(StandardCharsets.UTF_8)));
            renderer.setDocument(document, null);
            renderer.layout();
            var out = new ByteArrayOutputStream();
            renderer.createPDF(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(ITextRenderer renderer, String file, String family) throws IOException {
        renderer.getFontResolver()
                .addFont(fonts.resolve(file).toString(), family, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, null);
    }
}

package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class SafetyTest {
    private final PdfRenderer renderer = new PdfRenderer();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String web;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            var css = "p:after { content: 'LOADED' }".getBytes();
            exchange.sendResponseHeaders(200, css.length);
            exchange.getResponseBody().write(css);
            exchange.close();
        });
        server.start();
        web = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void nothingIsFetchedFromTheNetworkOrTheDiskWhateverALetterNames() throws Exception {
        var css = Files.writeString(folder.resolve("evil.css"), "p:after { content: 'LOADED' }")
                .toUri();
        var image = Files.write(folder.resolve("evil.png"), Base64.getDecoder().decode(PIXEL))
                .toUri();
        var xhtml = """
                <html xmlns="http://www.w3.org/1999/xhtml"><head>
                <link rel="stylesheet" href="demarche:letter.css"/>
                <link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%2$s"/>
                <link rel="stylesheet" href="demarche:../fonts/README.md"/>
                <style>@import url("%1$s/b.css"); @import url("%2$s");
                @font-face { font-family: X; src: url("%1$s/x.ttf") }</style></head>
                <body style="background-image: url(%1$s/c.png)"><p>Still a letter
                <img src="%1$s/d.png"/><img src="%3$s"/><img src="file:///etc/passwd"/><img src="/etc/passwd"/>
                <object data="%1$s/e.svg"/><iframe src="%1$s/f"/><script>alert(1)</script></p>
                <ul style="list-style-image: url(%1$s/g.png)"><li>x</li></ul></body></html>""".formatted(web, css, image);

        var rendered = renderer.render(xhtml, Samples.info("en"));

        assertThat(Reading.text(rendered.bytes())).contains("Still a letter").doesNotContain("LOADED", "root:");
        assertThat(new String(rendered.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("/Subtype/Image");
        assertThat(requests).hasValue(0);
    }

    @Test
    void theServerInThisTestWouldHaveBeenHeard() throws Exception {
        try (var stream = java.net.URI.create(web + "/a.css").toURL().openStream()) {
            assertThat(new String(stream.readAllBytes())).contains("LOADED");
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void anExternalEntityOrDocumentTypeLoadsNothingAndTheLetterIsStillPrinted() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        var xhtml = """
                <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "%1$s/xhtml1-strict.dtd" [
                <!ENTITY file SYSTEM "%2$s"> <!ENTITY net SYSTEM "%1$s/entity"> <!ENTITY %% dtd SYSTEM "%1$s/p.dtd"> %%dtd; ]>
                <html xmlns="http://www.w3.org/1999/xhtml"><body><p>before &file; &net; after</p></body></html>""".formatted(web, secret.toUri());

        var rendered = renderer.render(xhtml, Samples.info("en"));

        assertThat(Reading.text(rendered.bytes())).contains("before", "after").doesNotContain("SECRET", "LOADED");
        assertThat(requests).hasValue(0);
    }

    @Test
    void entitiesThatMultiplyAreRefused() {
        var bomb = new StringBuilder("<!DOCTYPE html [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        bomb.append("]><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>&a39;</p></body></html>");

        assertThatThrownBy(() -> renderer.render(bomb.toString(), Samples.info("en")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBrokenDocumentIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> renderer.render("<p>Taro Yamada<br></p>", Samples.info("en")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("Yamada")
                .hasNoCause();
    }

    @Test
    void aSmallInlineImageIsPrintedAndALargeOneIsNot() {
        var small = "<p>x<img src=\"data:image/png;base64," + PIXEL + "\" style=\"width: 9mm\"/></p>";
        var large = "<p>x<img src=\"data:image/png;base64," + PIXEL + "A".repeat(300_000) + "\"/></p>";

        assertThat(images(small)).isEqualTo(1);
        assertThat(images(large)).isZero();
    }

    @Test
    void onlyLinksToTheWebAndToMailBecomeLinks() throws Exception {
        var rendered = renderer.render(
                Samples.letter(
                        "en",
                        "<p><a href=\"javascript:alert(1)\" onclick=\"alert(2)\">a</a> <a href=\"file:///etc\">b</a>"
                                + " <a href=\"https://example.org/\" onclick=\"alert(3)\">c</a></p>"),
                Samples.info("en"));

        try (var document = org.apache.pdfbox.Loader.loadPDF(rendered.bytes())) {
            assertThat(document.getPage(0).getAnnotations())
                    .singleElement()
                    .satisfies(
                            link -> assertThat(link.getCOSObject().toString()).contains("https://example.org/"));
        }
    }

    private long images(String body) {
        var rendered = renderer.render(Samples.letter("en", body), Samples.info("en"));
        try (var document = org.apache.pdfbox.Loader.loadPDF(rendered.bytes())) {
            var resources = document.getPage(0).getResources();
            long count = 0;
            for (var name : resources.getXObjectNames()) if (resources.isImageXObject(name)) count++;
            return count;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One red pixel. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";
}

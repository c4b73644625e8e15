package org.demarche.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner puts one line into a page of another origin; a visitor sees the letter there and signs it with us. */
@QuarkusTest
class WidgetJourneyTest {

    private static final String SLUG = "save-north-korean-refugees-day";

    @TestHTTPResource("/")
    URI site;

    private HttpServer partner;
    private Chromium chromium;
    private volatile String line;

    @BeforeEach
    void openPartnersSite() throws IOException {
        chromium = new Chromium();
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/", exchange -> {
            var page = ("<!doctype html><html lang=\"ko\"><title>Partner</title><h1>Our news</h1><div class=\"post\">"
                            + line + "</div><p>More news</p>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            try (var body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        partner.start();
    }

    @AfterEach
    void close() {
        partner.stop(0);
        chromium.close();
    }

    @Test
    void oneLineShowsTheLetterAndCreditsTheSite() {
        line = "<script async src=\"" + site.resolve("/embed.js") + "\" data-campaign=\"" + SLUG + "\"></script>";
        try (var context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(420, 900))) {
            var page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate("http://localhost:" + partner.getAddress().getPort() + "/news");
            var frame = page.frameLocator("iframe");
            assertThat(frame.locator("h1")).containsText("북한 난민");
            fitsWithoutScrolling(page);
            var signing = context.waitForPage(() -> frame.locator("a.button").click());
            assertThat(signing).hasURL(Pattern.compile(".*/campaigns/" + SLUG + ".*source=localhost.*"));
            assertThat(signing.locator("form#sign input[name=source]")).hasValue("localhost");
            Assertions.assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whereScriptsAreNotAllowedAFrameAloneDoes() {
        line = "<iframe src=\"" + site.resolve("/embed/" + SLUG) + "?lang=ja\" title=\"Petition\"></iframe>";
        try (var context = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            page.navigate("http://localhost:" + partner.getAddress().getPort() + "/news");
            assertThat(page.frameLocator("iframe").locator("a.button")).hasText("読んで署名する");
            Assertions.assertThat(context.cookies()).isEmpty();
        }
    }

    /** Only the widget may be framed: the form never lies under somebody else's page. */
    @Test
    void theFormItselfRefusesTheFrame() {
        line = "<iframe src=\"" + site.resolve("/campaigns/" + SLUG) + "\" title=\"x\"></iframe>";
        try (var context = chromium.browser().newContext()) {
            var page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate("http://localhost:" + partner.getAddress().getPort() + "/news");
            page.waitForCondition(() -> complaints.stream().anyMatch(text -> text.contains("frame-ancestors")));
            Assertions.assertThat(page.frameLocator("iframe").locator("form").count())
                    .isZero();
        }
    }

    /** Not the widget, and of the same kind: with script a file to be checked never leaves the browser. */
    @Test
    void aFileToBeCheckedStaysInTheBrowser() {
        try (var context = chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(site.resolve("/verify").toString());
            page.locator("#file").setInputFiles(new FilePayload("ours.pdf", "application/pdf", new byte[] {1, 2, 3}));
            assertThat(page.locator("[data-stays]")).isVisible();
            page.locator("form[data-here] button").click();
            assertThat(page)
                    .hasURL(Pattern.compile(
                            ".*digest=039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81$"));
            assertThat(page.locator("[role=status]")).isVisible();
        }
    }

    private static void fitsWithoutScrolling(Page page) {
        page.waitForCondition(() -> {
            var inside = page.frames().getLast();
            var wanted = ((Number) inside.evaluate("() => document.body.scrollHeight")).intValue();
            var given = ((Number) page.evaluate("() => document.querySelector('iframe').clientHeight")).intValue();
            return given >= wanted && given <= wanted + 2;
        });
    }
}

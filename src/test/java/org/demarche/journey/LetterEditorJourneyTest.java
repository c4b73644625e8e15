package org.demarche.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaigner changes a letter and sees it as it will be, with and without script. */
@QuarkusTest
class LetterEditorJourneyTest {

    @TestHTTPResource("/desk/letters/xi-petition/ja")
    URI editor;

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void seesTheLetterAsItIsWritten(boolean withScript) {
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setExtraHTTPHeaders(Map.of("Authorization", "Bearer test-token-of-asker"))
                        .setJavaScriptEnabled(withScript))) {
            var page = context.newPage();
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    refused.add(message.text());
                }
            });
            List<String> papers = new ArrayList<>();
            page.onResponse(response -> {
                if (response.url().endsWith("/paper")) {
                    papers.add(response.request().method() + " " + response.status());
                }
            });
            page.navigate(editor.toString());
            assertThat(page.locator("#words article")).containsText("閣下におかれましては");
            var text = page.locator("#text").inputValue();

            page.locator("#text").fill(text.replace("閣下におかれましては", "新しい書き出しとして、閣下におかれましては"));
            if (!withScript) {
                page.locator("button[value=preview]").click();
            }
            assertThat(page.locator("#words article")).containsText("新しい書き出しとして");
            if (!withScript) {
                page.locator("#to-paper").click();
            }
            page.waitForCondition(() -> papers.contains("POST 200"));

            page.locator("#text").fill(text + "\n{nobody}");
            if (!withScript) {
                page.locator("button[value=preview]").click();
            }
            assertThat(page.locator("#said [role=alert]")).containsText("unknown field nobody");
            Assertions.assertThat(page.locator("#text").inputValue()).endsWith("{nobody}");
            Assertions.assertThat(refused).isEmpty();
        }
    }
}

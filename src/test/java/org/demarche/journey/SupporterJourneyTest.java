package org.demarche.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.demarche.OnOwnH2;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.signing.page.CampaignMessages;
import org.demarche.signing.page.ConfirmMessages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Someone reads the letter on a phone, signs, finds the mail in the local mailbox, confirms and is counted. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class SupporterJourneyTest {

    private static final String NAME = "高橋 花子";

    @TestHTTPResource("/")
    URI site;

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
    @CsvSource({
        "en, true",
        "en, false",
        "ja, true",
        "ja, false",
        "ko, true",
        "ko, false",
        "zh-Hans, true",
        "zh-Hans, false"
    })
    void signsInTheirLanguageAndIsCounted(String tag, boolean withScript) {
        var language = Language.of(tag);
        var words = Wording.of(ConfirmMessages.class, language);
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setLocale(tag)
                        .setJavaScriptEnabled(withScript))) {
            var page = context.newPage();
            List<String> outside = new ArrayList<>();
            page.onRequest(request -> {
                if (!URI.create(request.url()).getHost().equals(site.getHost())) {
                    outside.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    outside.add(message.text());
                }
            });
            page.navigate(site.toString());
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName(Wording.of(CampaignMessages.class, language)
                                            .sign()))
                    .or(page.locator("main a[href^='/campaigns/']"))
                    .first()
                    .click();
            assertThat(page.locator("html")).hasAttribute("lang", tag);

            anEmptyFormIsSentBackWithEveryProblemBesideItsField(page);
            var email = "hanako-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
            signs(page, email, words);
            confirms(page, email, words);
            Assertions.assertThat(outside)
                    .as("requests to other machines, and what the policy forbade")
                    .isEmpty();
        }
    }

    @Test
    void theKeyboardAloneLeadsToTheTextAndTheForm() {
        try (var context = chromium.browser().newContext()) {
            var page = context.newPage();
            page.navigate(
                    site.resolve("/campaigns/save-north-korean-refugees-day").toString());
            page.keyboard().press("Tab");
            var skip = page.locator(".skip");
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("main a[href='#sign']")).isFocused();
            var outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle");
            Assertions.assertThat(outline).isEqualTo("solid");
        }
    }

    private void anEmptyFormIsSentBackWithEveryProblemBesideItsField(Page page) {
        page.locator("#name").fill(NAME);
        page.locator("form#sign button").click();
        assertThat(page.locator("#name")).hasValue(NAME);
        assertThat(page.locator("[role=alert]")).isVisible();
        assertThat(page.locator("[role=alert]")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^\\D*2.*"));
        assertThat(page.locator("#email")).hasAttribute("aria-invalid", "true");
    }

    private void signs(Page page, String email, ConfirmMessages words) {
        page.locator("#email").fill(email);
        page.locator("#country").selectOption("JP");
        page.locator("#city").fill("仙台市");
        page.locator("#d-full").check();
        page.locator("form#sign button").click();
        assertThat(page).hasURL(Pattern.compile(".*/check-mail$"));
        assertThat(page.locator("h1")).hasText(words.mailTitle());
    }

    private void confirms(Page page, String email, ConfirmMessages words) {
        page.navigate(site.resolve("/confirm/" + Desk.confirmationToken(email)).toString());
        assertThat(page.locator("main")).containsText(NAME);
        assertThat(page.locator("main")).containsText("仙台市");
        page.locator("main form button").click();
        assertThat(page.locator("h1")).hasText(words.doneTitle());
    }
}

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone reads the letter in Japanese on a phone, signs, finds the mail in the local mailbox, confirms and is counted. */
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
    @ValueSource(booleans = {true, false})
    void signsInJapaneseAndIsCounted(boolean withScript) {
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setLocale("ja-JP")
                        .setJavaScriptEnabled(withScript))) {
            var page = context.newPage();
            List<String> outside = new ArrayList<>();
            page.onRequest(request -> {
                if (!URI.create(request.url()).getHost().equals(site.getHost())) {
                    outside.add(request.url());
                }
            });
            page.navigate(site.toString());
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("この手紙に署名する"))
                    .or(page.locator("main a[href^='/campaigns/']"))
                    .first()
                    .click();
            assertThat(page.locator("html")).hasAttribute("lang", "ja");

            anEmptyFormIsSentBackWithEveryProblemBesideItsField(page);
            var email = "hanako-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
            signs(page, email);
            confirms(page, email);
            Assertions.assertThat(outside).as("requests to other machines").isEmpty();
        }
    }

    private void anEmptyFormIsSentBackWithEveryProblemBesideItsField(Page page) {
        page.locator("#name").fill(NAME);
        page.locator("form#sign button").click();
        assertThat(page.locator("#name")).hasValue(NAME);
        assertThat(page.locator("[role=alert]")).isVisible();
        assertThat(page.locator("#email")).hasAttribute("aria-invalid", "true");
    }

    private void signs(Page page, String email) {
        page.locator("#email").fill(email);
        page.locator("#country").selectOption("JP");
        page.locator("#city").fill("仙台市");
        page.locator("#d-full").check();
        page.locator("form#sign button").click();
        assertThat(page).hasURL(Pattern.compile(".*/check-mail$"));
        assertThat(page.locator("h1")).hasText("メールをご確認ください");
    }

    private void confirms(Page page, String email) {
        page.navigate(site.resolve("/confirm/" + Desk.confirmationToken(email)).toString());
        assertThat(page.locator("main")).containsText(NAME);
        assertThat(page.locator("main")).containsText("仙台市");
        page.locator("main form button").click();
        assertThat(page.locator("h1")).hasText("署名に加わりました");
    }
}

package org.demarche.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.regex.Pattern;
import org.demarche.staff.Attempts;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A passkey in a real browser, with a device that Chromium plays. */
@QuarkusTest
class PasskeyJourneyTest {

    /** As DEMARCHE_BASE_URL has it; the browser is told where that is today. */
    private static final String DESK = "http://localhost:8080/desk";

    @TestHTTPResource("/")
    URI site;

    private Chromium chromium;

    @BeforeEach
    void openBrowser() {
        Attempts.forget();
        var here = " 127.0.0.1:" + site.getPort();
        chromium = new Chromium("--host-resolver-rules=MAP localhost" + here + ",MAP demarche.localhost" + here);
    }

    @AfterEach
    void closeBrowser() {
        chromium.close();
    }

    /** A browser with what unlocks a phone. */
    private Page withDevice() {
        var page = chromium.browser().newContext().newPage();
        Device.in(page);
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void enterByPassword(Page page, Colleague colleague, String to) {
        page.navigate(to);
        page.getByLabel("E-mail address").fill(colleague.email());
        page.getByLabel("Password").fill(Colleague.PASSWORD);
        press(page, "Sign in");
    }

    private static void add(Page page) {
        page.getByLabel("What is it called?").fill("The key at the office");
        page.locator("#key-on").fill(Colleague.PASSWORD);
        press(page, "Add the passkey");
    }

    @Test
    void whoAddedAPasskeyEntersWithItAloneApprovesAndTakesItOffAgain() {
        var asker = Colleague.arrives("exporter");
        asker.at()
                .formParam("reason", "for " + asker.name())
                .post("/desk/exports/" + Desk.CAMPAIGN)
                .then()
                .statusCode(303);
        var kim = Colleague.arrives("exporter");
        var page = withDevice();
        enterByPassword(page, kim, DESK + "/account");
        add(page);
        assertThat(page.locator("main")).containsText("Recovery codes, shown only now");
        assertThat(page.locator("#passkey")).containsText("The key at the office");
        add(page);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("has a passkey of yours already");

        press(page, "Sign out");
        page.navigate(DESK + "/exports/" + Desk.CAMPAIGN);
        press(page, "Sign in with a passkey");
        var job = page.locator(".job").filter(new Locator.FilterOptions().setHasText("for " + asker.name()));
        job.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve the export"))
                .click();
        assertThat(job).containsText("Only " + asker.name());
        page.navigate(DESK + "/account");
        assertThat(page.locator("td[data-l=By]")).hasText("passkey");

        page.getByLabel("The key at the office").check();
        page.locator("#key-off").fill(Colleague.PASSWORD);
        page.locator("form[action$='passkeys/remove'] button").click();
        assertThat(page.locator("main")).containsText("The passkey is taken off");
        press(page, "Sign out");
        press(page, "Sign in with a passkey");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This passkey opens nothing here");
    }

    @Test
    void whoHasNoPasskeyHereIsToldWhatElseToDo() {
        var page = withDevice();
        page.navigate(DESK + "/sign-in");
        press(page, "Sign in with a passkey");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("sign in with your password");
    }

    /**
     * The very pages of the desk under another origin, as a false desk in between would show them: under another port the
     * browser signs and the desk refuses, under another name the browser refuses before.
     */
    @Test
    void whatAnotherAddressIsToldOpensNothing() {
        var kim = Colleague.arrives("moderator");
        var page = withDevice();
        enterByPassword(page, kim, DESK + "/account");
        add(page);
        assertThat(page.locator("main")).containsText("Recovery codes, shown only now");
        press(page, "Sign out");
        assertThat(page.locator("h1")).hasText("Sign in to the desk");
        page.navigate("http://localhost:9090/desk/sign-in");
        press(page, "Sign in with a passkey");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This passkey opens nothing here");
        page.navigate("http://demarche.localhost:8080/desk/sign-in");
        press(page, "Sign in with a passkey");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No passkey answered");
        page.navigate(DESK);
        assertThat(page).hasURL(Pattern.compile(".*/desk/sign-in.*"));
        press(page, "Sign in with a passkey");
        assertThat(page.locator("h1")).hasText("How things stand");
    }

    @Test
    void withoutJavaScriptThePagesSayWhatToDo() {
        var page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(DESK + "/sign-in");
        assertThat(page.locator("main")).containsText("A passkey needs JavaScript.");
        assertThat(page.getByText("Sign in with a passkey")).not().isVisible();
        enterByPassword(page, Colleague.arrives("moderator"), DESK + "/account");
        assertThat(page.locator("main")).containsText("switch JavaScript on");
        assertThat(page.getByText("Add the passkey")).not().isVisible();
    }
}

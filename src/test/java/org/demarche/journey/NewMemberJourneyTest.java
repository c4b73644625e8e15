package org.demarche.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.demarche.OnOwnH2;
import org.demarche.bundle.PrintedCampaign;
import org.demarche.staff.Attempts;
import org.demarche.staff.totp.Codes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two new members of staff, as the house is out of the box: nobody approves or exports by a password alone. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class NewMemberJourneyTest {

    /** As DEMARCHE_BASE_URL has it; the browser is told where that is today. */
    private static final String DESK = "http://localhost:8080/desk";

    private static final String PASSWORD = "three slow herons";
    private static final Pattern LINK = Pattern.compile("/desk/setup/[A-Za-z0-9_-]{43}");
    private static final int CODE_SECONDS = 30;

    @TestHTTPResource("/")
    URI site;

    private final String tail = UUID.randomUUID().toString().substring(0, 8);
    private Chromium chromium;

    @BeforeEach
    void openBrowser() {
        Attempts.forget();
        chromium = new Chromium("--host-resolver-rules=MAP localhost 127.0.0.1:" + site.getPort());
    }

    @AfterEach
    void closeBrowser() {
        chromium.close();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void sees(Page page, String text) {
        assertThat(page.locator("main")).containsText(text);
    }

    /** With an account of their own, made through the link of an invitation. */
    private Page arrives(String link, String name) {
        var page = chromium.browser().newContext().newPage();
        Device.in(page);
        page.navigate(DESK.replace("/desk", "") + link);
        page.getByLabel("Name").fill(name + "-" + tail);
        page.getByLabel("E-mail address").fill(mailbox(name));
        page.getByLabel("Password").fill(PASSWORD);
        press(page, "Make the account");
        assertThat(page.locator("aside")).containsText("neither approves, nor downloads, nor exports");
        return page;
    }

    private String mailbox(String name) {
        return name + "-" + tail + "@example.org";
    }

    private static String invitation() {
        var page = given().auth()
                .oauth2("test-token-of-asker")
                .formParam("role", "admin")
                .post("/desk/staff/invite")
                .asString();
        return first(page);
    }

    private static String first(String page) {
        var link = LINK.matcher(page);
        Assertions.assertThat(link.find()).as(page).isTrue();
        return link.group();
    }

    private static String invites(Page page) {
        follow(page, "Staff");
        page.locator("input[name=role][value=exporter]").check();
        press(page, "Make a link");
        return first(page.locator("main").innerText());
    }

    private static String launchesLastYearsCampaign(Page page, String slug) {
        follow(page, "Campaigns");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Again, next year"))
                .last()
                .click();
        page.locator("#slug").fill(slug);
        press(page, "Make the draft");
        press(page, "Open for signing now");
        sees(page, "Campaign, open");
        return slug;
    }

    private static void asksForABundleAndAnExport(Page page, String slug) {
        page.navigate(DESK + "/bundles?campaign=" + slug);
        press(page, "Ask for the bundle of");
        sees(page, "you cannot: you asked");
        page.navigate(DESK + "/signatures/" + slug);
        follow(page, "Take them out as a file");
        page.getByLabel("What is the file for?").fill("the board counts by hand");
        press(page, "Ask");
        sees(page, "you cannot: you asked");
    }

    /** From the first page of the desk, which leads to what waits. */
    private static void presses(Page page, String place, String button) {
        page.navigate(DESK);
        page.locator("a[href='" + place + "']").click();
        press(page, button);
    }

    @Test
    void aCodeAndAPasskeyCarryTwoNewMembersFromTheirLinksToABundleAndAFile() throws IOException {
        var kim = arrives(invitation(), "kim");
        follow(kim, "Add a passkey or an authenticator");
        var letters = kim.locator("p.hex").innerText();
        var shown = Instant.now();
        kim.getByLabel("Six digits").fill(Codes.shown(letters, shown));
        press(kim, "Take it into use");
        sees(kim, "Recovery codes, shown only now");
        assertThat(kim.locator("aside")).hasCount(0);

        var lee = arrives(invites(kim), "lee");
        var slug = launchesLastYearsCampaign(kim, "walked-" + tail);
        new PrintedCampaign(slug).sign("Keiko Abe,JP,FULL\n");
        asksForABundleAndAnExport(kim, slug);

        var bundles = "/desk/bundles?campaign=" + slug;
        presses(lee, bundles, "Approve and print");
        sees(lee, "This needs a second factor");
        follow(lee, "Add a passkey or an authenticator");
        lee.getByLabel("What is it called?").fill("A phone");
        lee.locator("#key-on").fill(PASSWORD);
        press(lee, "Add the passkey");
        sees(lee, "Recovery codes, shown only now");
        press(lee, "Sign out");
        press(lee, "Sign in with a passkey");
        sees(lee, "How things stand");
        presses(lee, bundles, "Approve and print");
        assertThat(lee.locator("main")).not().containsText("Nobody may carry this yet");
        presses(lee, "/desk/exports/" + slug, "Approve the export");
        sees(lee, "Only kim-" + tail + " can fetch it");

        press(kim, "Sign out");
        kim.getByLabel("E-mail address").fill(mailbox("kim"));
        kim.getByLabel("Password").fill(PASSWORD);
        press(kim, "Sign in");
        kim.getByLabel("Six digits").fill(Codes.shown(letters, next(shown)));
        press(kim, "Sign in");
        sees(kim, "How things stand");
        kim.navigate(DESK + "/exports/" + slug);
        Download file = kim.waitForDownload(() -> follow(kim, "Fetch CSV"));
        Assertions.assertThat(Files.readString(file.path())).contains("Keiko Abe");
        kim.navigate("http://localhost:8080" + bundles);
        Locator all = kim.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download all"));
        assertThat(all).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
    }

    /** A code works once, and so does every one before it. */
    private static Instant next(Instant before) {
        var soonest = before.plusSeconds(CODE_SECONDS);
        var now = Instant.now();
        return now.isAfter(soonest) ? now : soonest;
    }
}

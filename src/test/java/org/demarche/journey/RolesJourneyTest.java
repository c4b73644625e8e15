package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.demarche.FreshSlug;
import org.demarche.Routes;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each role at the desk, in a browser, from the sign-in page on. */
@QuarkusTest
class RolesJourneyTest {

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

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

    /** At the desk, through the sign-in page. */
    private Page enters(Colleague colleague) {
        var page = chromium.browser().newContext().newPage();
        page.navigate(site.resolve("/desk").toString());
        page.getByLabel("E-mail address").fill(colleague.email());
        page.getByLabel("Password").fill(Colleague.PASSWORD);
        press(page, "Sign in");
        return page;
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
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(text);
    }

    private void sign(String name) {
        Desk.sign(name, UUID.randomUUID().toString().substring(0, 8) + "@example.org", "COUNTRY");
    }

    @Test
    void aCampaignerLaunchesLastYearsCampaignAgainWithinThreeMinutes() {
        var page = enters(Colleague.arrives("campaigner"));
        var begun = System.nanoTime();
        var slug = FreshSlug.of("again");
        follow(page, "Campaigns");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Again, next year"))
                .last()
                .click();
        page.locator("#slug").fill(slug);
        press(page, "Make the draft");
        sees(page, "Campaign, draft");
        press(page, "Open for signing now");
        sees(page, "Campaign, open");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(THREE_MINUTES);
        given().get("/campaigns/" + slug).then().statusCode(200);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The public page"))
                .click();
        PlaywrightAssertions.assertThat(page.locator("#sign")).isVisible();
        page.goBack();
        press(page, "Close signing");
        page.context().close();
    }

    @Test
    void whatAnExporterAsksForAnotherApprovesAndOnlyTheFirstFetches() throws IOException {
        sign("Exported Person");
        var asker = Colleague.arrives("exporter");
        var approver = Colleague.arrives("exporter");
        var first = enters(asker);
        first.navigate(site.resolve("/desk/signatures/" + Desk.CAMPAIGN).toString());
        follow(first, "Take them out as a file");
        first.getByLabel("What is the file for?").fill("for " + asker.name());
        press(first, "Ask");
        sees(first, "you cannot: you asked");
        var second = enters(approver);
        // The first page of the desk leads to where it is decided.
        second.locator("a[href='/desk/exports/" + Desk.CAMPAIGN + "']").click();
        job(second, "for " + asker.name())
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve the export"))
                .click();
        PlaywrightAssertions.assertThat(job(second, "for " + asker.name())).containsText("Only " + asker.name());
        first.reload();
        var download = first.waitForDownload(() -> follow(first, "Fetch CSV"));
        assertThat(Files.readString(download.path())).contains("Exported Person");
        first.context().close();
        second.context().close();
    }

    private static Locator job(Page page, String title) {
        return page.locator(".job").filter(new Locator.FilterOptions().setHasText(title));
    }

    @Test
    void aModeratorHoldsSomebodyAndTakesItBackAndSeesNoAddress() {
        var name = "Held " + UUID.randomUUID().toString().substring(0, 8);
        sign(name);
        var page = enters(Colleague.arrives("moderator"));
        page.navigate(site.resolve("/desk/signatures/" + Desk.CAMPAIGN).toString());
        page.getByLabel("Exact name").fill(name.toLowerCase());
        press(page, "Find the name");
        page.locator("input[name=id]").first().check();
        page.getByLabel("Why").fill("looks odd");
        press(page, "Hold");
        sees(page, "1 held.");
        press(page, "Take it back");
        sees(page, "1 taken back");
        assertThat(page.content()).doesNotContain("@example.org");
        page.context().close();
    }

    @Test
    void aCoordinatorSeesTheirMissionAndNoOtherDoorOpens() {
        var coordinator = Colleague.arrives("coordinator");
        var admin = enters(Colleague.arrives("admin"));
        admin.navigate(site.resolve("/desk/staff").toString());
        var row = admin.locator("tr").filter(new Locator.FilterOptions().setHasText(coordinator.name()));
        row.locator("select").selectOption("cn-jp-tokyo");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give"))
                .click();
        var page = enters(coordinator);
        sees(page, "Embassy of the People's Republic of China in Japan");
        assertThat(page.locator("nav[aria-label=Desk] a").allInnerTexts()).containsExactly("Your mission");
        var open = new ArrayList<String>();
        Routes.all().stream()
                .filter(route -> route.roles() != null && !route.roles().contains("coordinator"))
                .filter(route -> route.verb().equals("GET"))
                .map(route -> route.path()
                        .replace("{slug}", Desk.CAMPAIGN)
                        .replace("{code}", "cn-jp-tokyo")
                        .replace("{mission}", "cn-jp-tokyo")
                        .replace("{n}", "0")
                        .replaceAll("\\{\\w+\\}", UUID.randomUUID().toString()))
                .forEach(path -> {
                    int status = coordinator.at().get(path).statusCode();
                    if (status != 403 && status != 404) {
                        open.add(path + " " + status);
                    }
                });
        assertThat(open).isEmpty();
        page.context().close();
        admin.context().close();
    }

    private static Locator lever(Page page, String button) {
        return page.locator(".switches > li")
                .filter(new Locator.FilterOptions().setHasText("Pause signing"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button));
    }

    @Test
    void aSwitchTurnedByOneIsSeenByAllAndTurnedBackByAnother() {
        var moderator = enters(Colleague.arrives("moderator"));
        lever(moderator, "Turn on").click();
        var exporter = enters(Colleague.arrives("exporter"));
        PlaywrightAssertions.assertThat(exporter.locator(".alarm")).containsText("On: Pause signing");
        assertThat(exporter.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Turn off"))
                        .count())
                .isZero();
        lever(moderator, "Turn off").click();
        exporter.reload();
        PlaywrightAssertions.assertThat(exporter.locator(".alarm")).hasCount(0);
        moderator.context().close();
        exporter.context().close();
    }
}

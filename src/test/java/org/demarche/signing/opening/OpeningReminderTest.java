package org.demarche.signing.opening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.FreshSlug;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever waits for an opening hears of it once, and is forgotten. */
@QuarkusTest
class OpeningReminderTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Pattern LINK = Pattern.compile("/remind/[A-Za-z0-9_-]{20,}");

    @Inject
    OpeningRun run;

    @Inject
    OpeningErasure erasure;

    private final String slug = FreshSlug.of("soon");
    private final String email = "waiting-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void aCampaignIsScheduled() {
        staff().body(Map.of(
                        "slug",
                        slug,
                        "letter",
                        "xi-petition",
                        "title",
                        Map.of("en", "A letter to come"),
                        "summary",
                        Map.of("en", "Asked in good time."),
                        "zone",
                        "UTC",
                        "opensAt",
                        NOW.plus(Duration.ofDays(10)).toString(),
                        "closesAt",
                        NOW.plus(Duration.ofDays(40)).toString(),
                        "missions",
                        List.of("cn-jp-tokyo")))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201);
        step("schedule");
    }

    @AfterEach
    void nobodyWaitsAnyMore() {
        QuarkusTransaction.requiringNew().run(() -> OpeningReminder.delete("campaign.slug", slug));
    }

    @Test
    void whoConfirmedHearsOnceWhenItOpensAndIsForgotten() {
        given().get("/campaigns/" + slug)
                .then()
                .body(containsString("action=\"/campaigns/" + slug + "/remind?lang="))
                .body(containsString("autocomplete=\"email\""));
        ask(email).then().statusCode(303);
        var link = link();
        // A mail scanner looks at every link.
        given().get(link).then().statusCode(200).body(containsString("value=\"confirm\""));
        run.remind();
        assertThat(row().confirmedAt).isNull();
        given().post(link).then().statusCode(200);
        given().post(link).then().statusCode(200);
        assertThat(run.remind()).isZero();
        step("open");
        run.remind();
        run.remind();
        assertThat(mails()).hasSize(2);
        assertThat(text(mails().getFirst())).contains("/campaigns/" + slug, "erased in two days");
        assertThat(row().remindedAt).isNotNull();

        erasure.eraseOver();
        assertThat(row()).isNotNull();
        QuarkusTransaction.requiringNew().run(() -> row().remindedAt = NOW.minus(Duration.ofDays(3)));
        erasure.eraseOver();
        assertThat(row()).isNull();
        assertThat(mails()).isEmpty();
        given().get(link).then().statusCode(404);
    }

    @Test
    void whoDidNotConfirmIsForgottenAfterAWeek() {
        ask(email);
        erasure.eraseOver();
        assertThat(row()).isNotNull();
        QuarkusTransaction.requiringNew().run(() -> row().askedAt = NOW.minus(Duration.ofDays(8)));
        erasure.eraseOver();
        assertThat(row()).isNull();
        step("open");
        assertThat(run.remind()).isZero();
    }

    @Test
    void whoThinksBetterOfItIsErasedAtOnce() {
        ask(email);
        given().formParam("action", "forget").post(link()).then().statusCode(200);
        assertThat(row()).isNull();
        assertThat(mails()).isEmpty();
    }

    @Test
    void nobodyIsBuriedInMailsAndTheAnswerSaysNothing() {
        for (int i = 0; i < 6; i++) {
            ask(i % 2 == 0 ? email : email.toUpperCase(java.util.Locale.ROOT))
                    .then()
                    .statusCode(303);
        }
        assertThat(mails()).hasSize(3);
        assertThat(QuarkusTransaction.requiringNew().call(() -> OpeningReminder.count("campaign.slug", slug)))
                .isEqualTo(1);
    }

    @Test
    void whatIsNoAddressIsSaidAtTheFieldAndKept() {
        ask("hana@")
                .then()
                .statusCode(400)
                .body(containsString("role=\"alert\""))
                .body(containsString("value=\"hana@\""))
                .body(containsString("aria-invalid=\"true\""));
        ask("").then().statusCode(400);
        assertThat(row()).isNull();
    }

    @Test
    void onlyWhatIsToComeCanBeWaitedFor() {
        step("open");
        ask(email).then().statusCode(409);
        given().get("/campaigns/" + slug).then().body(not(containsString("/remind?")));
        given().get("/remind/no-such-token-as-this-one-here").then().statusCode(404);
    }

    @Test
    void theDatabaseShowsNoAddress() {
        ask(email);
        assertThat(new String(row().sealedAddress, StandardCharsets.ISO_8859_1)).doesNotContain("waiting", "example");
    }

    private OpeningReminder row() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> OpeningReminder.<OpeningReminder>find("campaign.slug", slug)
                        .firstResult());
    }

    private Response ask(String address) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("email", address)
                .formParam("language", "en")
                .post("/campaigns/" + slug + "/remind");
    }

    private String link() {
        var found = LINK.matcher(text(mails().getFirst()));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** The newest first. */
    private List<String> mails() {
        return staff().queryParam("to", email)
                .get("/api/v1/mail")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String text(String mail) {
        var raw = staff().get("/api/v1/mail/" + mail + "/raw").asString();
        return raw.replace("=\r\n", "").replace("=3D", "=");
    }

    private void step(String verb) {
        staff().post("/api/v1/campaigns/" + slug + "/" + verb).then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification staff() {
        return given().auth().oauth2("test-token-of-asker").contentType(ContentType.JSON);
    }
}

package org.demarche.switches;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SwitchesTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String API = "/api/v1/campaigns/" + SLUG;
    private static final Duration SECONDS = Duration.ofSeconds(5);

    @Inject
    Switches switches;

    @Inject
    Switching switching;

    @AfterEach
    void allOff() {
        for (var which : OffSwitch.values()) {
            switching.off(which, "asker");
        }
    }

    private static RequestSpecification admin() {
        return given().redirects().follow(false).auth().oauth2("test-token-of-asker");
    }

    private static RequestSpecification moderator() {
        return given().redirects().follow(false).auth().oauth2("mo-token-of-the-tests-only");
    }

    private static void turn(OffSwitch which, String way) {
        moderator()
                .post("/desk/switches/" + which.tag() + "/" + way)
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk#switches"));
    }

    private static String mailbox() {
        return UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    private static Response sign(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", "Hana Mori", "email", email, "country", "JP"))
                .post(API + "/signatures");
    }

    @Test
    void oneClickTurnsItOnAndEverybodyAtTheDeskSeesItOnEveryPage() {
        turn(OffSwitch.PAUSE_SIGNING, "on");
        admin().get("/desk/letters").then().body(allOf(containsString("On: Pause signing"), containsString("by mo")));
        admin().get("/desk").then().body(containsString("/desk/switches/pause-signing/off"));
        turn(OffSwitch.PAUSE_SIGNING, "off");
        admin().get("/desk/letters").then().body(not(containsString("On: Pause signing")));
    }

    @Test
    void theTrailSaysWhoTurnedIt() {
        turn(OffSwitch.HIDE_COUNTS, "on");
        turn(OffSwitch.HIDE_COUNTS, "on");
        turn(OffSwitch.HIDE_COUNTS, "off");
        turn(OffSwitch.HIDE_COUNTS, "off");
        List<String> deeds = admin().queryParam("size", 3)
                .get("/api/v1/audit")
                .jsonPath()
                .getList("items.collect { it.actor + ' ' + it.action + ' ' + it.subject }");
        assertThat(deeds)
                .containsExactly(
                        "mo switch.off hide-counts", "mo switch.renew hide-counts", "mo switch.on hide-counts");
    }

    @Test
    void anotherNodeFollowsWithinTwoSeconds() {
        QuarkusTransaction.requiringNew().run(() -> turnedOn(Instant.now().plusSeconds(60)));
        await().atMost(SECONDS).until(() -> switches.isOn(OffSwitch.DRAIN_MAIL));
        QuarkusTransaction.requiringNew().run(() -> TurnedOn.deleteById(OffSwitch.DRAIN_MAIL));
        await().atMost(SECONDS).until(() -> !switches.isOn(OffSwitch.DRAIN_MAIL));
    }

    @Test
    void whatNobodyRenewsGoesBackByItself() {
        QuarkusTransaction.requiringNew().run(() -> turnedOn(Instant.now().minusSeconds(1)));
        switches.look();
        assertThat(switches.isOn(OffSwitch.DRAIN_MAIL)).isFalse();
        switching.turnBackWhatIsOver();
        long left = QuarkusTransaction.requiringNew().call(() -> TurnedOn.count());
        assertThat(left).isZero();
    }

    private static void turnedOn(Instant until) {
        var row = new TurnedOn();
        row.name = OffSwitch.DRAIN_MAIL;
        row.by = "another node";
        row.at = until.minusSeconds(60);
        row.endsAt = until;
        row.persist();
    }

    @Test
    void whileSigningIsPausedNobodySignsAndNothingTypedIsLost() {
        turn(OffSwitch.PAUSE_SIGNING, "on");
        sign(mailbox()).then().statusCode(503).header("Retry-After", notNullValue());
        given().formParams("name", "Hana Mori", "email", mailbox(), "country", "JP")
                .post("/campaigns/" + SLUG)
                .then()
                .statusCode(503)
                .body(allOf(containsString("value=\"Hana Mori\""), containsString("No signatures are taken")));
        given().get("/campaigns/" + SLUG)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Signing is paused"), not(containsString("name=\"email\""))));
        turn(OffSwitch.PAUSE_SIGNING, "off");
        sign(mailbox()).then().statusCode(202);
    }

    @Test
    void hiddenCountsStandOnNoPublicPageAndInNoCall() {
        given().get("/campaigns/" + SLUG).then().body(containsString("data-count="));
        given().get("/embed/" + SLUG).then().body(containsString("data-count="));
        turn(OffSwitch.HIDE_COUNTS, "on");
        given().get(API + "/count").then().statusCode(409);
        given().get(API).then().statusCode(200).body("signatureCount", nullValue());
        given().get("/api/v1/campaigns").then().body("items.signatureCount.findAll { it != null }.size()", is(0));
        admin().get(API).then().body("signatureCount", notNullValue());
        given().get("/campaigns/" + SLUG)
                .then()
                .body(allOf(not(containsString("data-count=")), containsString("The count is not shown")));
        given().get("/embed/" + SLUG).then().statusCode(200).body(not(containsString("data-count=")));
        given().get("/").then().statusCode(200).body(not(containsString("have signed")));
    }

    @Test
    void aReadOnlySiteTakesNothingInAndStillGivesBack() {
        turn(OffSwitch.READ_ONLY, "on");
        sign(mailbox()).then().statusCode(503);
        given().post("/confirm/" + "x".repeat(43)).then().statusCode(503).body(containsString("Back shortly"));
        given().get("/campaigns/" + SLUG).then().statusCode(200);
        given().delete("/api/v1/my/" + "x".repeat(43)).then().statusCode(404);
        given().post("/my/" + "x".repeat(43) + "/withdraw").then().statusCode(404);
        // The desk goes on, and turns it off again.
        turn(OffSwitch.READ_ONLY, "off");
        sign(mailbox()).then().statusCode(202);
    }

    @Test
    void aHarderPuzzleIsFourTimesTheWork() {
        int usual = given().get("/api/v1/challenge").path("maxnumber");
        turn(OffSwitch.HARDER_PUZZLE, "on");
        given().get("/api/v1/challenge").then().body("maxnumber", is(4 * usual));
    }
}

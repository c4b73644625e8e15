package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.staff.passkey.SoftKey;
import org.demarche.staff.totp.Codes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code DEMARCHE_SECOND_FACTOR=required}. */
@QuarkusTest
@TestProfile(WithFirstAdmin.class)
class SecondFactorTest {

    private static final String CAMPAIGN = "/api/v1/campaigns/save-north-korean-refugees-day";

    @Inject
    Clock clock;

    @Inject
    SignInThrottle throttle;

    @BeforeEach
    void forgetAttempts() {
        throttle.clear();
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static Response enter() {
        return browser()
                .formParams("email", "kim@example.org", "password", "three slow herons")
                .post("/desk/sign-in");
    }

    private static String first(String pattern, Response page) {
        var found = Pattern.compile(pattern).matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return found.group(1);
    }

    /** What lets names out of the house, agrees that something leaves, or makes a key that could. */
    private static List<Response> guarded(String session) {
        var any = "/" + UUID.randomUUID();
        return List.of(
                browser().cookie("desk", session).get(CAMPAIGN + "/signatures/export"),
                browser().cookie("desk", session).post(CAMPAIGN + "/signatures/export" + any + "/approve"),
                browser().cookie("desk", session).post(CAMPAIGN + "/deliveries" + any + "/approve"),
                browser().cookie("desk", session).post(CAMPAIGN + "/bundles" + any + "/approve"),
                browser().cookie("desk", session).get(CAMPAIGN + "/bundles" + any + "/archive"),
                browser().cookie("desk", session).post(CAMPAIGN + "/retention/approve"),
                browser()
                        .cookie("desk", session)
                        .formParams("label", "x", "role", "admin", "days", "1")
                        .post("/desk/tokens"));
    }

    @Test
    void aPasskeyIsASecondFactorByItself() {
        var session = enter().cookie("desk");
        var key = new SoftKey("https://letters.example.org");
        var asked = browser()
                .cookie("desk", session)
                .formParams("old", "three slow herons", "label", "A key")
                .post("/desk/account/passkeys/question")
                .jsonPath();
        var added = browser()
                .cookie("desk", session)
                .formParams(
                        "question",
                        asked.getString("question"),
                        "answer",
                        key.create(asked.getString("options")),
                        "label",
                        "A key")
                .post("/desk/account/passkeys");
        try {
            var question = browser().post("/desk/sign-in/passkey/question").jsonPath();
            var entered = browser()
                    .formParams(
                            "question",
                            question.getString("question"),
                            "answer",
                            key.get(question.getString("options")))
                    .post("/desk/sign-in/passkey")
                    .cookie("desk");
            for (var answer : guarded(entered)) {
                assertThat(answer.asString()).doesNotContain("second factor");
                assertThat(answer.statusCode()).isNotEqualTo(403);
            }
        } finally {
            browser()
                    .cookie("desk", session)
                    .formParams(
                            "old",
                            "three slow herons",
                            "passkey",
                            first("name=\"passkey\" value=\"([0-9a-f]+)\"", added))
                    .post("/desk/account/passkeys/remove");
        }
    }

    @Test
    void aPasswordAloneNeitherApprovesNorExportsAndACodeDoes() {
        var session = enter().cookie("desk");
        browser().cookie("desk", session).get("/desk").then().statusCode(200);
        for (var answer : guarded(session)) {
            answer.then().statusCode(403).body(containsString("second factor"));
        }
        var letters = first(
                "<p class=\"hex\">([A-Z2-7 ]+)</p>",
                browser().cookie("desk", session).get("/desk/account"));
        try {
            browser()
                    .cookie("desk", session)
                    .formParam("code", Codes.shown(letters, clock.instant().minusSeconds(30)))
                    .post("/desk/account/authenticator")
                    .then()
                    .statusCode(200);
            var pending = first("name=\"pending\" value=\"([^\"]+)\"", enter());
            var shown = browser()
                    .formParams("pending", pending, "code", Codes.shown(letters, clock.instant()))
                    .post("/desk/sign-in/code")
                    .cookie("desk");
            for (var answer : guarded(shown)) {
                assertThat(answer.asString()).doesNotContain("second factor");
                assertThat(answer.statusCode()).isNotEqualTo(403);
            }
        } finally {
            browser()
                    .cookie("desk", session)
                    .formParam("old", "three slow herons")
                    .post("/desk/account/authenticator/remove");
        }
    }
}

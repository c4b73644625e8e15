package org.demarche.staff.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.staff.StaffMember;
import org.demarche.staff.audit.AuditEntry;
import org.demarche.staff.totp.Codes;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountPageTest {

    private static final String PASSWORD = "three slow herons";

    @Inject
    Clock clock;

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static RequestSpecification with(String session) {
        return browser().cookie("desk", session);
    }

    private static RequestSpecification ada() {
        return given().redirects().follow(false).header("Authorization", "Bearer ada-token-of-the-tests-only");
    }

    private static String first(String pattern, Response page) {
        var found = Pattern.compile(pattern).matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return found.group(1);
    }

    private static String arrive(String name) {
        var invited = ada().formParam("role", "exporter").post("/desk/staff/invite");
        var link = first("(/desk/setup/[A-Za-z0-9_-]{43})", invited);
        return browser()
                .formParams("name", name, "email", name + "@example.org", "password", PASSWORD)
                .post(link)
                .cookie("desk");
    }

    private static String fresh() {
        return "jun-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Response enter(String name, String password) {
        return browser()
                .formParams("email", name + "@example.org", "password", password)
                .post("/desk/sign-in");
    }

    private static String idOf(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> StaffMember.<StaffMember>find("name", name)
                        .singleResult()
                        .id()
                        .toString());
    }

    /** Sets an authenticator up; its letters. */
    private String withAuthenticator(String session) {
        var letters = first("<p class=\"hex\">([A-Z2-7 ]+)</p>", with(session).get("/desk/account"));
        var set = with(session)
                .formParam("code", Codes.shown(letters, clock.instant().minusSeconds(30)))
                .post("/desk/account/authenticator");
        set.then().statusCode(200).body(containsString("shown only now"));
        return letters;
    }

    @Test
    void withAnAuthenticatorThePasswordAloneOpensNothing() {
        var name = fresh();
        var letters = withAuthenticator(arrive(name));
        var asked = enter(name, PASSWORD);
        asked.then().statusCode(200).body(containsString("Six digits"));
        assertThat(asked.cookie("desk")).isNull();
        var pending = first("name=\"pending\" value=\"([^\"]+)\"", asked);
        with(pending).get("/desk").then().statusCode(303);
        browser()
                .formParams("pending", pending, "code", "000000")
                .post("/desk/sign-in/code")
                .then()
                .statusCode(400)
                .body(containsString("not a code of now"));
        var in = browser()
                .formParams("pending", pending, "code", Codes.shown(letters, clock.instant()), "next", "/desk/account")
                .post("/desk/sign-in/code");
        in.then().statusCode(303).header("Location", endsWith("/desk/account"));
        with(in.cookie("desk"))
                .get("/desk/account")
                .then()
                .statusCode(200)
                .body(allOf(containsString("password and code"), containsString("8 recovery codes are left")));
        browser()
                .formParams("pending", pending, "code", Codes.shown(letters, clock.instant()))
                .post("/desk/sign-in/code")
                .then()
                .statusCode(400);
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        var name = fresh();
        var session = arrive(name);
        var letters = first("<p class=\"hex\">([A-Z2-7 ]+)</p>", with(session).get("/desk/account"));
        var set = with(session)
                .formParam("code", Codes.shown(letters, clock.instant()))
                .post("/desk/account/authenticator");
        var paper = first("<li>([A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4})</li>", set);
        for (var expected : new int[] {303, 400}) {
            var pending = first("name=\"pending\" value=\"([^\"]+)\"", enter(name, PASSWORD));
            browser()
                    .formParams("pending", pending, "code", paper.toLowerCase())
                    .post("/desk/sign-in/code")
                    .then()
                    .statusCode(expected);
        }
    }

    @Test
    void aNewPasswordSignsEveryOtherBrowserOut() {
        var name = fresh();
        var first = arrive(name);
        var second = enter(name, PASSWORD).cookie("desk");
        with(first)
                .formParams("old", "wrong password", "password", "four quick herons")
                .post("/desk/account/password")
                .then()
                .statusCode(400)
                .body(containsString("This is not your password."));
        with(first)
                .formParams("old", PASSWORD, "password", "password1234")
                .post("/desk/account/password")
                .then()
                .statusCode(400)
                .body(containsString("first that anybody would try"));
        with(second).get("/desk").then().statusCode(200);
        with(first)
                .formParams("old", PASSWORD, "password", "four quick herons")
                .post("/desk/account/password")
                .then()
                .statusCode(200);
        with(first).get("/desk").then().statusCode(200);
        with(second).get("/desk").then().statusCode(303);
        enter(name, PASSWORD).then().statusCode(400);
        enter(name, "four quick herons").then().statusCode(303);
    }

    @Test
    void aForgottenBrowserIsSignedOutFromAnother() {
        var name = fresh();
        var here = arrive(name);
        var there = enter(name, PASSWORD).cookie("desk");
        var id = first("name=\"browser\" value=\"([0-9a-f]{64})\"", with(here).get("/desk/account"));
        with(arrive(fresh()))
                .formParam("browser", id)
                .post("/desk/account/sessions/end")
                .then()
                .statusCode(200);
        with(there).get("/desk").then().statusCode(200);
        with(here)
                .formParam("browser", id)
                .post("/desk/account/sessions/end")
                .then()
                .statusCode(200);
        with(there).get("/desk").then().statusCode(303);
    }

    @Test
    void anotherAdminLetsWhoIsLockedOutBackIn() {
        var name = fresh();
        var session = arrive(name);
        withAuthenticator(session);
        var made = ada().formParam("lost", "true").post("/desk/staff/" + idOf(name) + "/reset");
        var link = first("(/desk/reset/[A-Za-z0-9_-]{43})", made);
        browser().get(link).then().statusCode(200).body(containsString(name));
        browser().formParam("password", "short").post(link).then().statusCode(400);
        browser().formParam("password", "four quick herons").post(link).then().statusCode(303);
        with(session).get("/desk").then().statusCode(303);
        enter(name, "four quick herons").then().statusCode(303);
        browser().formParam("password", "five quick herons").post(link).then().statusCode(404);
    }

    @Test
    void nobodyLetsThemselvesIn() {
        var name = fresh();
        arrive(name);
        given().header("Authorization", "Bearer mo-token-of-the-tests-only")
                .post("/desk/staff/" + idOf(name) + "/reset")
                .then()
                .statusCode(403);
    }

    @Test
    void theTrailKnowsOfAttemptsThatFailedAndOfNoAddress() {
        var name = fresh();
        arrive(name);
        enter(name, "wrong password").then().statusCode(400);
        var id = idOf(name);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(AuditEntry.<AuditEntry>list("subject", id))
                        .anyMatch(e -> e.action().equals("staff.sign-in-failed")
                                && e.actor().equals("unknown")
                                && e.detail().equals("wrong password")));
    }

    @Test
    void aTokenHasNoAccount() {
        ada().get("/desk/account").then().statusCode(404).body(not(containsString("authenticator")));
    }
}

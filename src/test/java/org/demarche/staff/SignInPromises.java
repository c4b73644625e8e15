package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.demarche.common.EmailAddress;
import org.demarche.common.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sign-in promises, on whichever database. */
abstract class SignInPromises {

    @Inject
    SignInThrottle throttle;

    @Inject
    StaffRegister register;

    @Inject
    Clock clock;

    @BeforeEach
    void forgetAttempts() {
        throttle.clear();
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static Response enter(String email, String password) {
        return browser().formParams("email", email, "password", password).post("/desk/sign-in");
    }

    private static String session() {
        return enter("kim@example.org", "three slow herons").cookie("desk");
    }

    @Test
    void theFirstAdminComesFromTheSettingsAndIsSealed() {
        QuarkusTransaction.requiringNew().run(() -> {
            var admin = register.byEmail(new EmailAddress("kim@example.org")).orElseThrow();
            assertThat(admin.roles()).containsExactly(Role.ADMIN);
            assertThat(register.emailOf(admin)).isEqualToIgnoringCase("kim@example.org");
            assertThat(new String(admin.emailSealed)).doesNotContainIgnoringCase("kim");
            assertThat(admin.passwordHash).startsWith("$argon2id$").doesNotContain("heron");
        });
    }

    @Test
    void theRightPasswordOpensTheDesk() {
        var answer = enter(" KIM@example.org ", "three slow herons");
        answer.then().statusCode(303).header("Location", endsWith("/desk"));
        var cookie = answer.detailedCookie("desk");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        browser()
                .cookie("desk", cookie.getValue())
                .get("/desk")
                .then()
                .statusCode(200)
                .body(containsString("How things stand"), containsString("admin"));
    }

    @Test
    void theSessionIsStoredOnlyAsAHash() {
        var cookie = session();
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(DeskSession.<DeskSession>listAll()).noneMatch(s -> new String(s.tokenHash).contains(cookie));
            assertThat(DeskSession.<DeskSession>findByIdOptional(new Token(cookie).hash()))
                    .isPresent();
        });
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressReadTheSame() {
        var wrong = enter("kim@example.org", "two slow herons!");
        var unknown = enter("nobody@example.org", "two slow herons!");
        wrong.then().statusCode(400).body(containsString("do not belong together"));
        assertThat(wrong.cookies()).doesNotContainKey("desk");
        assertThat(unknown.asString().replace("nobody@example.org", "kim@example.org"))
                .isEqualTo(wrong.asString());
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    @Test
    void whoWasOnTheWaySomewhereIsLedThere() {
        browser()
                .get("/desk/probe?a=1")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk/sign-in?next=%2Fdesk%2Fprobe%3Fa%3D1"));
        browser()
                .formParams("email", "kim@example.org", "password", "three slow herons", "next", "/desk/probe?a=1")
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk/probe?a=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/desk",
                "//evil.example.org/desk",
                "/desk//evil.example.org",
                "/desk/../\\evil.example.org",
                "/desk.evil.example.org",
                "/desk@evil.example.org",
                "javascript:alert(1)",
                "/desk/%zz",
                "/desk?a={b}",
                "/desk/a\r\nSet-Cookie: desk=x"
            })
    void nobodyIsLedElsewhere(String next) {
        browser()
                .formParams("email", "kim@example.org", "password", "three slow herons", "next", next)
                .post("/desk/sign-in")
                .then()
                .statusCode(303)
                .header("Location", endsWith(":" + io.restassured.RestAssured.port + "/desk"));
    }

    @Test
    void afterSignOutTheOldCookieOpensNothing() {
        var cookie = session();
        browser()
                .cookie("desk", cookie)
                .post("/desk/sign-out")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk/sign-in"));
        browser().cookie("desk", cookie).get("/desk").then().statusCode(303);
    }

    @Test
    void aDeskLeftAloneEnds() {
        var cookie = session();
        shift(cookie, DeskSession.IDLE.plusSeconds(1), Duration.ZERO);
        browser().cookie("desk", cookie).get("/desk").then().statusCode(303);
    }

    @Test
    void useKeepsADeskOpenButNotLongerThanADay() {
        var cookie = session();
        shift(cookie, Duration.ofMinutes(29), Duration.ofMinutes(29));
        browser().cookie("desk", cookie).get("/desk").then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(DeskSession.<DeskSession>findById(new Token(cookie).hash()).seenAt)
                        .isAfter(clock.instant().minusSeconds(30)));
        shift(cookie, Duration.ZERO, DeskSession.LONGEST.plusSeconds(1));
        browser().cookie("desk", cookie).get("/desk").then().statusCode(303);
    }

    @Test
    void aMemberWhoLeftIsOutAtOnce() {
        var cookie = session();
        setActive(false);
        try {
            browser().cookie("desk", cookie).get("/desk").then().statusCode(303);
            enter("kim@example.org", "three slow herons").then().statusCode(400);
        } finally {
            setActive(true);
        }
    }

    @Test
    void theSessionServesTheStaffApiToo() {
        browser()
                .cookie("desk", session())
                .get("/api/v1/probe/moderator")
                .then()
                .statusCode(200)
                .body(is("admin"));
        browser()
                .cookie("desk", "made-up")
                .get("/api/v1/probe/moderator")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static void shift(String cookie, Duration unseen, Duration age) {
        QuarkusTransaction.requiringNew().run(() -> {
            DeskSession session = DeskSession.findById(new Token(cookie).hash());
            session.seenAt = session.seenAt.minus(unseen);
            session.createdAt = session.createdAt.minus(age);
        });
    }

    private static void setActive(boolean active) {
        QuarkusTransaction.requiringNew().run(() -> StaffMember.update("active = ?1", active));
    }
}

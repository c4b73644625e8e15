package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.demarche.common.EmailAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guessing at passwords meets, without shutting the owner out. */
@QuarkusTest
@TestProfile(WithFirstAdmin.class)
class GuessingTest {

    @Inject
    SignInThrottle throttle;

    @Inject
    SignIn signIn;

    @Inject
    StaffRegister register;

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

    @Test
    void anUnknownAddressTakesAboutAsMuchWork() {
        cheapest("nobody@example.org"); // makes the hash of nobody, once
        assertThat(cheapest("nobody@example.org")).isGreaterThan(cheapest("kim@example.org") * 6 / 10);
    }

    /** Processor time in nanoseconds of the cheapest of ten attempts that fail: the work itself, whatever else runs. */
    private long cheapest(String email) {
        long cheapest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            throttle.clear();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            signIn.attempt(new SignInForm(email, "two slow herons!", null), "192.0.2.1", null);
            cheapest = Math.min(cheapest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return cheapest;
    }

    @Test
    void guessingGetsSlowerForStrangersAndNotForAKnownBrowser() {
        var known = enter("kim@example.org", "three slow herons").cookie("desk-known");
        throttle.clear();
        strangersGuess("kim@example.org");
        enter("kim@example.org", "three slow herons")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .body(containsString("Please wait"), not(containsString("three slow herons")));
        browser()
                .cookie("desk-known", known)
                .formParams("email", "kim@example.org", "password", "three slow herons")
                .post("/desk/sign-in")
                .then()
                .statusCode(303);
    }

    @Test
    void aForgedKnownBrowserIsAStranger() {
        strangersGuess("kim@example.org");
        browser()
                .cookie("desk-known", "abc.def")
                .formParams("email", "kim@example.org", "password", "three slow herons")
                .post("/desk/sign-in")
                .then()
                .statusCode(429);
    }

    /** Twelve guesses in half an hour, the last one now: the next may come in a minute, however slow this machine is. */
    private void strangersGuess(String email) {
        var account = List.of("account "
                + HexFormat.of()
                        .formatHex(register.index(EmailAddress.parse(email).orElseThrow())));
        var now = Instant.now();
        for (int minutesAgo = 24; minutesAgo >= 0; minutesAgo -= 2) {
            throttle.admit(account, now.minus(Duration.ofMinutes(minutesAgo)));
        }
    }
}

package org.demarche.staff.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.staff.passkey.PasskeyCalls.first;
import static org.demarche.staff.passkey.PasskeyCalls.takenIntoUse;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.demarche.staff.Attempts;
import org.demarche.staff.Colleague;
import org.demarche.staff.audit.AuditEntry;
import org.demarche.staff.passkey.SoftKey;
import org.demarche.staff.totp.Codes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New recovery codes in place of the old ones. */
@QuarkusTest
class PaperPageTest {

    private static final Pattern CODE = Pattern.compile("<li>((?:[A-Z2-7]{4} ){3}[A-Z2-7]{4})</li>");
    private static final Duration STEP = Duration.ofSeconds(30);

    @Inject
    Clock clock;

    @BeforeEach
    void forgetAttempts() {
        Attempts.forget();
    }

    private static List<String> printed(Response page) {
        return CODE.matcher(page.asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The status that somebody with the password and this code meets. */
    private static int enters(Colleague colleague, String code) {
        var asked = Colleague.browser()
                .formParams("email", colleague.email(), "password", Colleague.PASSWORD)
                .post("/desk/sign-in");
        return Colleague.browser()
                .formParams("pending", first("name=\"pending\" value=\"([^\"]+)\"", asked), "code", code)
                .post("/desk/sign-in/code")
                .statusCode();
    }

    private static Response byCode(Colleague colleague, String code) {
        return colleague.at().formParam("code", code).post("/desk/account/recovery");
    }

    private static Response byPasskey(Colleague colleague, JsonPath asked, String answer) {
        return colleague
                .at()
                .formParams("question", asked.getString("question"), "answer", answer)
                .post("/desk/account/recovery/passkey");
    }

    private static JsonPath question(Colleague colleague) {
        return colleague.at().post("/desk/account/recovery/question").jsonPath();
    }

    private static List<String> trail(Colleague colleague) {
        return QuarkusTransaction.requiringNew()
                .call(() -> AuditEntry.<AuditEntry>list("actor", colleague.name()).stream()
                        .filter(entry -> entry.action().equals("staff.recovery-codes"))
                        .map(AuditEntry::detail)
                        .toList());
    }

    @Test
    void newCodesTakeThePlaceOfTheOldOnesAndAreShownOnce() {
        var kim = Colleague.arrives("exporter");
        var letters = first("<p class=\"hex\">([A-Z2-7 ]+)</p>", kim.at().get("/desk/account"));
        var now = clock.instant();
        var old = printed(kim.at()
                .formParam("code", Codes.shown(letters, now.minus(STEP)))
                .post("/desk/account/authenticator"));
        var made = byCode(kim, Codes.shown(letters, now));
        made.then()
                .statusCode(200)
                .body(allOf(containsString("shown only now"), containsString("8 recovery codes are left")));
        var fresh = printed(made);
        assertThat(fresh).hasSize(8).doesNotContainAnyElementsOf(old);
        assertThat(printed(kim.at().get("/desk/account"))).isEmpty();
        assertThat(enters(kim, old.getFirst())).isEqualTo(400);
        assertThat(enters(kim, fresh.getFirst())).isEqualTo(303);
        assertThat(trail(kim)).containsExactly("printed anew");
    }

    @Test
    void neitherAnOldCodeNorAGuessMakesNewOnesAndWhoGuessesWaits() {
        var kim = Colleague.arrives("exporter");
        var letters = first("<p class=\"hex\">([A-Z2-7 ]+)</p>", kim.at().get("/desk/account"));
        var shown = Codes.shown(letters, clock.instant());
        var old = printed(kim.at().formParam("code", shown).post("/desk/account/authenticator"));
        for (var wrong : List.of(old.getFirst(), "", "abc", shown)) {
            byCode(kim, wrong)
                    .then()
                    .statusCode(400)
                    .body(allOf(containsString("not a code of now"), not(containsString("shown only now"))));
        }
        assertThat(trail(kim)).hasSize(4).containsOnly("refused");
        assertThat(enters(kim, old.getFirst())).isEqualTo(303);
    }

    @Test
    void whoHasNoSecondFactorHasNoPaperAndMakesNone() {
        var kim = Colleague.arrives("moderator");
        byCode(kim, "000000").then().statusCode(400);
        kim.at().get("/desk/account").then().body(not(containsString("Make new codes")));
    }

    @Test
    void aPasskeyMakesNewCodesAndItsAnswerCountsOnce() {
        var kim = Colleague.arrives("exporter");
        var key = takenIntoUse(kim);
        var asked = question(kim);
        var said = key.get(asked.getString("options"));
        assertThat(printed(byPasskey(kim, asked, said))).hasSize(8);
        byPasskey(kim, asked, said).then().statusCode(400);
        byPasskey(kim, question(kim), said).then().statusCode(400);
        assertThat(trail(kim)).containsExactly("printed anew", "refused", "refused");
    }

    @Test
    void thePasskeyOfAnotherMakesNone() {
        var kim = Colleague.arrives("exporter");
        takenIntoUse(kim);
        var eve = Colleague.arrives("exporter");
        SoftKey evesKey = takenIntoUse(eve);
        var askedKim = question(kim);
        byPasskey(kim, askedKim, evesKey.get(askedKim.getString("options")))
                .then()
                .statusCode(400);
        var again = question(kim);
        byPasskey(eve, again, evesKey.get(again.getString("options"))).then().statusCode(400);
    }
}

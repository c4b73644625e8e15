package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.staff.passkey.PasskeyCalls.DESK;
import static org.demarche.staff.passkey.PasskeyCalls.add;
import static org.demarche.staff.passkey.PasskeyCalls.answer;
import static org.demarche.staff.passkey.PasskeyCalls.askToAdd;
import static org.demarche.staff.passkey.PasskeyCalls.enter;
import static org.demarche.staff.passkey.PasskeyCalls.first;
import static org.demarche.staff.passkey.PasskeyCalls.opensNothing;
import static org.demarche.staff.passkey.PasskeyCalls.question;
import static org.demarche.staff.passkey.PasskeyCalls.takenIntoUse;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.demarche.staff.audit.AuditEntry;
import org.demarche.staff.passkey.SoftKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entering by a passkey, without a browser, so that it can answer badly. */
@QuarkusTest
class PasskeyEntryTest {

    @Inject
    EntityManager database;

    @BeforeEach
    void forgetAttempts() {
        Attempts.forget();
    }

    @Test
    void aPasskeyAloneSignsInAndTheAccountSaysSo() {
        var kim = Colleague.arrives("exporter");
        var key = new SoftKey(DESK);
        var asked = askToAdd(kim, Colleague.PASSWORD);
        var added = add(kim, asked, key.create(asked.getString("options")));
        added.then()
                .statusCode(200)
                .body(allOf(containsString("A phone"), containsString("shown only now"), containsString("not used")));
        var in = enter(key);
        in.then().statusCode(303).header("Location", endsWith("/desk")).cookie("desk", notNullValue());
        Colleague.browser()
                .cookie("desk", in.cookie("desk"))
                .get("/desk/account")
                .then()
                .statusCode(200)
                .body(allOf(containsString("last used"), containsString("data-l=\"By\">passkey")));
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(AuditEntry.<AuditEntry>list("actor", kim.name()))
                        .anyMatch(e ->
                                e.action().equals("staff.passkey") && e.detail().equals("added"))
                        .anyMatch(e ->
                                e.action().equals("staff.sign-in") && e.detail().equals("by passkey")));
    }

    @Test
    void anAnswerCountsOnce() {
        var key = takenIntoUse(Colleague.arrives("moderator"));
        var asked = question();
        var said = key.get(asked.getString("options"));
        answer(asked, said).then().statusCode(303);
        opensNothing(answer(asked, said));
        opensNothing(answer(question(), said));
    }

    @Test
    void aQuestionIsUsedUpByAWrongAnswerToo() {
        var key = takenIntoUse(Colleague.arrives("moderator"));
        var asked = question();
        opensNothing(answer(asked, "{}"));
        opensNothing(answer(asked, key.get(asked.getString("options"))));
    }

    @Test
    void aQuestionOfYesterdayIsNoQuestion() {
        var key = takenIntoUse(Colleague.arrives("moderator"));
        var asked = question();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update passkey_question set asked_at = asked_at - interval '1' day")
                        .executeUpdate());
        opensNothing(answer(asked, key.get(asked.getString("options"))));
    }

    @Test
    void anAnswerForAnotherAddressOpensNothing() {
        var key = takenIntoUse(Colleague.arrives("moderator"));
        for (var other : List.of("http://localhost:9090", "https://localhost:8080", "https://desk.example.org")) {
            key.origin = other;
            opensNothing(enter(key));
        }
        key.origin = DESK;
        enter(key).then().statusCode(303);
    }

    @Test
    void aPasskeyThatNobodyUnlockedOpensNothing() {
        var key = takenIntoUse(Colleague.arrives("moderator"));
        key.unlocked = false;
        opensNothing(enter(key));
    }

    @Test
    void aCopyWhoseCounterStandsStillIsFoundOutAndInTheTrail() {
        var kim = Colleague.arrives("moderator");
        var key = takenIntoUse(kim);
        enter(key).then().statusCode(303);
        key.counter = 1;
        opensNothing(enter(key));
        var id = kim.id().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(AuditEntry.<AuditEntry>list("subject", id))
                        .anyMatch(e -> e.action().equals("staff.sign-in-failed")
                                && e.actor().equals("unknown")
                                && e.detail().equals("wrong passkey")));
    }

    @Test
    void everyReasonReadsTheSameAndSoDoesEveryQuestion() {
        var key = takenIntoUse(Colleague.arrives("moderator"));
        var stranger = new SoftKey(DESK);
        stranger.create(
                askToAdd(Colleague.arrives("moderator"), Colleague.PASSWORD).getString("options"));
        var unknown = enter(stranger).asString();
        key.unlocked = false;
        assertThat(enter(key).asString()).isEqualTo(unknown);
        for (var odd : List.of("", "null", "[]", "{", "{\"id\":7}", "\u0000")) {
            assertThat(answer(question(), odd).asString()).isEqualTo(unknown);
            Attempts.forget();
        }
        assertThat(question().getString("options")).doesNotContain("allowCredentials\":[{");
    }

    @Test
    void aClosedAccountHasNoWayInByItsPasskey() {
        var kim = Colleague.arrives("moderator");
        var key = takenIntoUse(kim);
        given().auth().oauth2("test-token-of-asker").post("/desk/staff/" + kim.id() + "/close");
        opensNothing(enter(key));
    }

    @Test
    void manyQuestionsFromOneNetworkMustWait() {
        for (int i = 0; i < 5; i++) {
            question();
        }
        // However slow this machine is, one of these comes within a second of the one before.
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
                        .map(i -> Colleague.browser().post("/desk/sign-in/passkey/question"))
                        .anyMatch(answer -> answer.statusCode() == 429
                                && answer.header("Retry-After") != null
                                && answer.jsonPath().getString("problem").contains("Please wait")))
                .isTrue();
    }

    @Test
    void withAPasskeyThePasswordAloneOpensNothingAndTheRecoveryCodeDoes() {
        var kim = Colleague.arrives("moderator");
        var key = new SoftKey(DESK);
        var asked = askToAdd(kim, Colleague.PASSWORD);
        var added = add(kim, asked, key.create(asked.getString("options")));
        var paper = first("<li>([A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4})</li>", added);
        for (var expected : List.of(303, 400)) {
            var password = Colleague.browser()
                    .formParams("email", kim.email(), "password", Colleague.PASSWORD)
                    .post("/desk/sign-in");
            password.then()
                    .statusCode(200)
                    .body(allOf(containsString("Your passkey"), not(containsString("Six digits"))));
            assertThat(password.cookie("desk")).isNull();
            Colleague.browser()
                    .formParams("pending", first("name=\"pending\" value=\"([^\"]+)\"", password), "code", paper)
                    .post("/desk/sign-in/code")
                    .then()
                    .statusCode(expected);
        }
    }
}

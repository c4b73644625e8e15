package org.demarche.staff.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.staff.Attempts;
import org.demarche.staff.Colleague;
import org.demarche.staff.audit.AuditEntry;
import org.demarche.staff.passkey.SoftKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys without a browser, so that they can answer badly. */
@QuarkusTest
class PasskeyPageTest {

    private static final String DESK = "http://localhost:8080";
    private static final String NOTHING = "This passkey opens nothing here.";

    @Inject
    EntityManager database;

    @BeforeEach
    void forgetAttempts() {
        Attempts.forget();
    }

    private static JsonPath question() {
        return Colleague.browser()
                .post("/desk/sign-in/passkey/question")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath askToAdd(Colleague colleague, String password) {
        return colleague
                .at()
                .formParams("old", password, "label", "A phone")
                .post("/desk/account/passkeys/question")
                .jsonPath();
    }

    private static Response add(Colleague colleague, JsonPath asked, String answer) {
        return colleague
                .at()
                .formParams("question", asked.getString("question"), "answer", answer, "label", "A phone")
                .post("/desk/account/passkeys");
    }

    /** A passkey of theirs, in use. */
    private static SoftKey takenIntoUse(Colleague colleague) {
        var key = new SoftKey(DESK);
        var asked = askToAdd(colleague, Colleague.PASSWORD);
        add(colleague, asked, key.create(asked.getString("options"))).then().statusCode(200);
        return key;
    }

    private static Response answer(JsonPath asked, String answer) {
        return Colleague.browser()
                .formParams("question", asked.getString("question"), "answer", answer)
                .post("/desk/sign-in/passkey");
    }

    private static Response enter(SoftKey key) {
        var asked = question();
        return answer(asked, key.get(asked.getString("options")));
    }

    private static void opensNothing(Response answer) {
        answer.then().statusCode(400).body(containsString(NOTHING));
        assertThat(answer.cookies()).doesNotContainKey("desk");
    }

    private static String first(String pattern, Response page) {
        var found = Pattern.compile(pattern).matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return found.group(1);
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
    void withoutThePasswordNoPasskeyIsAdded() {
        var kim = Colleague.arrives("moderator");
        var asked = askToAdd(kim, "not the password");
        assertThat(asked.getString("problem")).isEqualTo("This is not your password.");
        assertThat(asked.getString("question")).isNull();
    }

    @Test
    void aQuestionOfOneMemberAddsNothingToAnother() {
        var kim = Colleague.arrives("moderator");
        var eve = Colleague.arrives("moderator");
        var key = new SoftKey(DESK);
        var asked = askToAdd(kim, Colleague.PASSWORD);
        add(eve, asked, key.create(asked.getString("options"))).then().statusCode(400);
        add(kim, asked, key.create(asked.getString("options"))).then().statusCode(400);
        kim.at().get("/desk/account").then().body(containsString("Passkeys: none yet"));
    }

    @Test
    void aPasskeyForAnotherAddressOrUnlockedByNobodyIsNotTaken() {
        var kim = Colleague.arrives("moderator");
        var elsewhere = new SoftKey("http://localhost:9090");
        var asked = askToAdd(kim, Colleague.PASSWORD);
        add(kim, asked, elsewhere.create(asked.getString("options"))).then().statusCode(400);
        var locked = new SoftKey(DESK);
        locked.unlocked = false;
        var again = askToAdd(kim, Colleague.PASSWORD);
        add(kim, again, locked.create(again.getString("options"))).then().statusCode(400);
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

    @Test
    void whatIsTakenOffOpensNothingAndEndsTheOtherBrowsers() {
        var kim = Colleague.arrives("moderator");
        var key = takenIntoUse(kim);
        var there = enter(key).cookie("desk");
        var id = first("name=\"passkey\" value=\"([0-9a-f]+)\"", kim.at().get("/desk/account"));
        var eve = Colleague.arrives("moderator");
        eve.at()
                .formParams("passkey", id, "old", Colleague.PASSWORD)
                .post("/desk/account/passkeys/remove")
                .then()
                .statusCode(400);
        kim.at()
                .formParams("passkey", id, "old", "not the password")
                .post("/desk/account/passkeys/remove")
                .then()
                .statusCode(400);
        enter(key).then().statusCode(303);
        kim.at()
                .formParams("passkey", id, "old", Colleague.PASSWORD)
                .post("/desk/account/passkeys/remove")
                .then()
                .statusCode(200)
                .body(not(containsString("recovery codes are left")));
        opensNothing(enter(key));
        Colleague.browser().cookie("desk", there).get("/desk").then().statusCode(303);
        Colleague.browser()
                .formParams("email", kim.email(), "password", Colleague.PASSWORD)
                .post("/desk/sign-in")
                .then()
                .statusCode(303);
    }

    @Test
    void anotherAdminsLinkTakesALostPasskeyOff() {
        var kim = Colleague.arrives("moderator");
        var key = takenIntoUse(kim);
        var made = given().auth()
                .oauth2("test-token-of-asker")
                .formParam("lost", "true")
                .post("/desk/staff/" + kim.id() + "/reset");
        Colleague.browser()
                .formParam("password", "four quick herons")
                .post(first("(/desk/reset/[A-Za-z0-9_-]{43})", made))
                .then()
                .statusCode(303);
        opensNothing(enter(key));
        Colleague.browser()
                .formParams("email", kim.email(), "password", "four quick herons")
                .post("/desk/sign-in")
                .then()
                .statusCode(303);
    }
}

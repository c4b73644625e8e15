package org.demarche.staff.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.staff.passkey.PasskeyCalls.DESK;
import static org.demarche.staff.passkey.PasskeyCalls.add;
import static org.demarche.staff.passkey.PasskeyCalls.askToAdd;
import static org.demarche.staff.passkey.PasskeyCalls.enter;
import static org.demarche.staff.passkey.PasskeyCalls.first;
import static org.demarche.staff.passkey.PasskeyCalls.opensNothing;
import static org.demarche.staff.passkey.PasskeyCalls.takenIntoUse;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.staff.Attempts;
import org.demarche.staff.Colleague;
import org.demarche.staff.passkey.SoftKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of passkeys on the own account: what is added, and what is taken off. */
@QuarkusTest
class PasskeyPageTest {

    @BeforeEach
    void forgetAttempts() {
        Attempts.forget();
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

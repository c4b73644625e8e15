package org.demarche.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailApiTest {

    private static final String SCOPE = "campaign:mail-api-test";

    @Inject
    Outbox outbox;

    @Inject
    Scopes scopes;

    private final String who = "api-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void openScope() {
        scopes.create(SCOPE);
    }

    @Test
    void nobodyReadsTheOutboxWithoutAToken() {
        given().get("/api/v1/mail").then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "mo", roles = "moderator")
    void moderatorsSeeNoAddresses() {
        given().get("/api/v1/mail").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void findsAMailByItsRecipientHoweverSpelt() {
        var id = queue(Purpose.CONFIRMATION, false);
        given().queryParam("to", who.toUpperCase())
                .get("/api/v1/mail")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].to", equalTo(who))
                .body("items[0].state", equalTo("HELD"))
                .body("items[0].purpose", equalTo("CONFIRMATION"))
                .body("items[0].attempts", equalTo(0))
                .body("items[0].lastAnswer", containsString("no relay"));
        given().queryParam("to", who)
                .queryParam("state", "ACCEPTED")
                .get("/api/v1/mail")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void scriptsReadTheMailAsItWouldLeave() {
        var id = queue(Purpose.CONFIRMATION, false);
        var raw = given().get("/api/v1/mail/" + id + "/raw")
                .then()
                .statusCode(200)
                .contentType("message/rfc822")
                .extract()
                .asString();
        assertThat(raw).contains("Subject: Hello").contains("http://localhost:8080/confirm/abc");
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void campaignersSeeNoSignersAddressAndCannotAskWhoSigned() {
        var id = queue(Purpose.CONFIRMATION, false);
        given().get("/api/v1/mail/" + id).then().statusCode(200).body("to", nullValue());
        given().get("/desk/mailbox").then().statusCode(200).body(not(containsString(who)));
        given().queryParam("to", who).get("/api/v1/mail").then().statusCode(200).body("total", equalTo(0));
        var letter = queue(Purpose.MISSION_LETTER, false);
        given().queryParam("to", who)
                .get("/api/v1/mail")
                .then()
                .body("items.id", contains(letter.toString()))
                .body("items[0].to", equalTo(who));
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void aPageBeyondAllNumbersIsRefused() {
        given().queryParam("page", Integer.MAX_VALUE)
                .queryParam("size", 500)
                .get("/api/v1/mail")
                .then()
                .statusCode(400);
        given().queryParam("page", Integer.MAX_VALUE)
                .queryParam("size", 500)
                .get("/api/v1/campaigns")
                .then()
                .statusCode(400);
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void linksIntoTheDeskAreNotForCampaigners() {
        given().get("/api/v1/mail/" + queue(Purpose.STAFF, false) + "/raw")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void aMailThatWaitsForApprovalCannotBeLetGoHere() {
        var id = queue(Purpose.MISSION_LETTER, true);
        given().post("/api/v1/mail/" + id + "/retry").then().statusCode(409);
        given().get("/api/v1/mail/" + id).then().body("state", equalTo("HELD"));
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void keptMailDoesNotLeaveWithoutARelay() {
        given().post("/api/v1/mail/" + queue(Purpose.NOTICE, false) + "/retry")
                .then()
                .statusCode(409);
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void cancellingTwiceIsNoError() {
        var id = queue(Purpose.NOTICE, false);
        given().post("/api/v1/mail/" + id + "/cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        given().post("/api/v1/mail/" + id + "/cancel").then().statusCode(200);
        given().post("/api/v1/mail/" + id + "/retry").then().statusCode(409);
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void unknownStatesAndMailsAreSaidSo() {
        given().queryParam("state", "LOST")
                .get("/api/v1/mail")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("state"));
        given().get("/api/v1/mail/" + UUID.randomUUID()).then().statusCode(404);
    }

    private UUID queue(Purpose purpose, boolean held) {
        var message = Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                .to(new EmailAddress(who))
                .saying("Hello", "Please open http://localhost:8080/confirm/abc.");
        return QuarkusTransaction.requiringNew().call(() -> outbox.queue(held ? message.held() : message));
    }
}

package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A supporter's own letter, from the form to the mission, once two people agreed. */
abstract class OwnLetterJourney extends OwnLetterWriters {

    @Test
    void aConfirmedLetterReachesTheMissionAsTextPageAndPaperOnceTwoPeopleAgreed()
            throws MessagingException, IOException {
        var address = verified("cn-jp-niigata");
        var email = confirmed("cn-jp-niigata", "PLATFORM", "INITIALS").email();
        var plan = planned("cn-jp-niigata", 1);
        ask("cn-jp-niigata").statusCode(409);
        Desk.asks().post(Desk.API + "/deliveries/" + plan + "/approve").then().statusCode(403);
        assertThat(mailsTo(address)).isEmpty();
        approve(plan);

        var mail = Desk.mail("MISSION_LETTER", address);
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(mail.getFrom()[0].toString()).contains("letters@localhost");
        assertThat(mail.getHeader("From", ",")).doesNotContain("Hana", email);
        assertThat(MailParts.text(mail, "text/plain"))
                .contains(WORDS, "H. M.", "Niigata", "Mr. President,")
                .doesNotContain("Hana", "Mori", "Sendai", email);
        assertThat(MailParts.text(mail, "text/html"))
                .contains("&lt;script&gt;{#if}", "H. M.")
                .doesNotContain("<script", "Hana", email);
        var pdf = Desk.bytes(MailParts.of(mail, "application/pdf").getFirst().getInputStream());
        assertThat(text(pdf)).contains("I teach at a primary school.", "H. M.").doesNotContain("Hana", email);
        assertThat(mailsTo(address)).hasSize(1);
        ask("cn-jp-niigata").statusCode(409);
    }

    @Test
    void staffReadTheLetterBeforeTheyApprove() throws IOException {
        verified("cn-jp-nagoya");
        confirmed("cn-jp-nagoya", "PLATFORM", "COUNTRY");
        var plan = planned("cn-jp-nagoya", 1);
        String delivery = Desk.asks()
                .queryParam("size", 500)
                .get(Desk.API + "/deliveries")
                .path("items.find { it.plan == '" + plan + "' }.id");
        var pdf = Desk.approves()
                .get(Desk.API + "/deliveries/" + delivery + "/letter")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text(pdf)).contains("I teach at a primary school.", "A resident of Japan");
        given().get(Desk.API + "/deliveries/" + delivery + "/letter").then().statusCode(401);
    }

    @Test
    void confirmingASignatureDoesNotConfirmALetterThatSomebodyElseWroteInItsName() {
        verified("cn-jp-tokyo");
        var email = "victim-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        handIn("cn-jp-tokyo", "PLATFORM", "FULL", email);
        var ofLetter = Desk.confirmationToken(email);
        Desk.sign("Hana Mori", email, "COUNTRY");
        // Whoever is there already is answered at once, and written to a little later.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Desk.confirmationToken(email).equals(ofLetter));
        var ofSignature = Desk.confirmationToken(email);
        given().get("/confirm/" + ofLetter).then().statusCode(404);
        var my = Desk.confirm(ofSignature);
        given().get(my.substring(my.indexOf("/my/")))
                .then()
                .statusCode(200)
                .body(containsString("not confirmed yet"), containsString("I teach at a primary school."));
        Desk.asks()
                .queryParam("email", email)
                .get(Desk.API + "/signatures")
                .then()
                .body("items[0].disclosure", equalTo("COUNTRY"));
    }

    @Test
    void aLetterFromSomebodyWhoSignedNeedsAConfirmationOfItsOwnAndCountsNobodyTwice() {
        var email = "signed-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        Desk.sign("Hana Mori", email, "COUNTRY");
        Desk.confirm(Desk.confirmationToken(email));
        verified("cn-jp-tokyo");
        handIn("cn-jp-tokyo", "PLATFORM", "FULL", email);
        ask("cn-jp-tokyo").statusCode(409);
        Desk.asks()
                .queryParam("email", email)
                .get(Desk.API + "/signatures")
                .then()
                .body("total", equalTo(1))
                .body("items[0].disclosure", equalTo("COUNTRY"));
        var token = Desk.confirmationToken(email);
        given().get("/confirm/" + token).then().statusCode(200).body(containsString("Confirm your letter"));
        given().post("/confirm/" + token).then().statusCode(200).body(containsString("Your letter is confirmed"));
        planned("cn-jp-tokyo", 1);
    }
}

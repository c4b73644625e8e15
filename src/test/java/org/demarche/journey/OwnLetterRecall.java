package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everything that keeps an own letter from leaving, or takes it back. */
abstract class OwnLetterRecall extends OwnLetterWriters {

    @Test
    void aLetterThatNobodyConfirmedWaitsForNobody() {
        verified("cn-jp-sapporo");
        var email = "unconfirmed-" + UUID.randomUUID() + "@example.org";
        handIn("cn-jp-sapporo", "PLATFORM", "FULL", email);
        given().get("/confirm/" + Desk.confirmationToken(email))
                .then()
                .statusCode(200)
                .body(containsString("Sapporo"), containsString("Hana Mori, Sendai, Japan"));
        ask("cn-jp-sapporo").statusCode(409);
    }

    @Test
    void whoWithdrawsTakesTheLetterBackEvenAfterApproval() {
        var address = verified("cn-jp-osaka");
        var before = confirmed("cn-jp-osaka", "PLATFORM", "FULL");
        var plan = planned("cn-jp-osaka", 1);
        given().delete("/api/v1/my/" + before.my()).then().statusCode(204);
        approve(plan);
        assertThat(states(plan)).containsExactly("CANCELLED");
        assertThat(mailsTo(address)).isEmpty();
        given().get("/my/" + before.my() + "/letter.pdf").then().statusCode(404);
        given().get("/confirm/" + before.token()).then().statusCode(404);

        var after = confirmed("cn-jp-osaka", "PLATFORM", "FULL");
        var second = planned("cn-jp-osaka", 1);
        approve(second);
        given().delete("/api/v1/my/" + after.my()).then().statusCode(204);
        assertThat(states(second)).containsExactly("CANCELLED");
        ask("cn-jp-osaka").statusCode(409);
    }

    @Test
    void aHeldLetterDoesNotLeaveAndAReleasedOneMay() {
        var address = verified("cn-jp-fukuoka");
        var email = confirmed("cn-jp-fukuoka", "PLATFORM", "FULL").email();
        String signature = Desk.asks()
                .queryParam("email", email)
                .get(Desk.API + "/signatures")
                .path("items[0].id");
        var plan = planned("cn-jp-fukuoka", 1);
        approve(plan);
        assertThat(mailsTo(address)).containsExactly("HELD");
        judge(signature, "hold");
        assertThat(mailsTo(address)).containsExactly("CANCELLED");
        ask("cn-jp-fukuoka").statusCode(409);
        judge(signature, "reject");
        ask("cn-jp-fukuoka").statusCode(409);
        judge(signature, "release");
        planned("cn-jp-fukuoka", 1);
    }

    @Test
    void whoShowsLessLaterIsShownLessInALetterThatHasNotLeft() {
        var address = verified("cn-jp-nagasaki");
        var writer = confirmed("cn-jp-nagasaki", "PLATFORM", "FULL");
        var plan = planned("cn-jp-nagasaki", 1);
        approve(plan);
        given().contentType(ContentType.JSON)
                .body(Map.of("disclosure", "COUNTED"))
                .patch("/api/v1/my/" + writer.my())
                .then()
                .statusCode(200);
        assertThat(mailsTo(address)).containsExactly("CANCELLED");
        ask("cn-jp-nagasaki").statusCode(409);
        given().contentType(ContentType.JSON)
                .body(Map.of("disclosure", "COUNTRY"))
                .patch("/api/v1/my/" + writer.my())
                .then()
                .statusCode(200);
        approve(planned("cn-jp-nagasaki", 1));
        assertThat(MailParts.text(Desk.mail("MISSION_LETTER", address), "text/plain"))
                .contains("A resident of Japan")
                .doesNotContain("Hana", "Sendai");
    }

    @Test
    void whoShowsMoreLaterIsNotShownMoreInALetterWrittenBefore() throws IOException {
        var writer = confirmed("cn-jp-sapporo", "PRINT", "INITIALS");
        given().contentType(ContentType.JSON)
                .body(Map.of("disclosure", "FULL"))
                .patch("/api/v1/my/" + writer.my())
                .then()
                .statusCode(200);
        assertThat(text(given().get("/my/" + writer.my() + "/letter.pdf").asByteArray()))
                .contains("H. M.")
                .doesNotContain("Hana", "Sendai");
    }
}

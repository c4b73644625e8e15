package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A supporter's own letter, from the form to the local mailbox, and everything that keeps one from leaving. */
abstract class OwnLetterJourney {

    private static final String WORDS = "I teach at a primary school. <script>{#if}";

    /** A mission of its own for each test, so that none sends another's letters. */
    private record Written(String email, String token, String my) {}

    private static String handIn(String mission, String channel, String disclosure, String email) {
        var letter = new HashMap<String, Object>(Map.of(
                "name", "Hana Mori",
                "email", email,
                "country", "JP",
                "region", "JP-04",
                "city", "Sendai",
                "language", "en",
                "disclosure", disclosure,
                "mission", mission,
                "paragraph", WORDS));
        letter.put("channel", channel);
        return given().contentType(ContentType.JSON)
                .body(letter)
                .post(Desk.API + "/letters")
                .then()
                .statusCode(202)
                .body("status", equalTo("CONFIRMATION_SENT"))
                .extract()
                .path("mailto");
    }

    private static Written confirmed(String mission, String channel, String disclosure) {
        var email = "writer-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        handIn(mission, channel, disclosure, email);
        var token = Desk.confirmationToken(email);
        var my = Desk.confirm(token);
        return new Written(email, token, my.substring(my.lastIndexOf('/') + 1));
    }

    private static ValidatableResponse ask(String mission) {
        return Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", List.of(mission), "content", "LETTERS"))
                .post(Desk.API + "/deliveries")
                .then();
    }

    private static String planned(String mission, int letters) {
        return ask(mission)
                .statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("count", equalTo(letters))
                .extract()
                .path("id");
    }

    private static void approve(String plan) {
        Desk.approves()
                .post(Desk.API + "/deliveries/" + plan + "/approve")
                .then()
                .statusCode(200);
    }

    private static String verified(String code) {
        var address = code + "@example.org";
        Desk.verifyMission(code, address);
        return address;
    }

    private static List<String> states(String plan) {
        return Desk.asks()
                .queryParam("size", 500)
                .get(Desk.API + "/deliveries")
                .path("items.findAll { it.plan == '" + plan + "' }.state");
    }

    private static List<String> mailsTo(String address) {
        return Desk.asks().queryParam("to", address).get("/api/v1/mail").path("items.state");
    }

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

    private static void judge(String signature, String verb) {
        Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "looked at it"))
                .post(Desk.API + "/signatures/" + signature + "/" + verb)
                .then()
                .statusCode(204);
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

    @Test
    void confirmingASignatureDoesNotConfirmALetterThatSomebodyElseWroteInItsName() {
        verified("cn-jp-tokyo");
        var email = "victim-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        handIn("cn-jp-tokyo", "PLATFORM", "FULL", email);
        var ofLetter = Desk.confirmationToken(email);
        Desk.sign("Hana Mori", email, "COUNTRY");
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

    @Test
    void aPrintedLetterIsTheWritersToPostAndNeverGoesByMail() throws IOException {
        verified("cn-jp-sapporo");
        var writer = confirmed("cn-jp-sapporo", "PRINT", "FULL");
        given().get("/confirm/" + writer.token())
                .then()
                .statusCode(200)
                .body(containsString("/my/" + writer.my() + "/letter.pdf"));
        var pdf = given().get("/my/" + writer.my() + "/letter.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        assertThat(text(pdf)).contains("I teach at a primary school.", "Hana Mori", "Sapporo");
        ask("cn-jp-sapporo").statusCode(409);
    }

    @Test
    void theOwnMailProgramGetsTheCheckedAddressAndNoMailIsSentByUs() {
        verified("cn-jp-sapporo");
        var email = "own-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        assertThat(handIn("cn-jp-sapporo", "OWN_MAIL", "FULL", email))
                .startsWith("mailto:cn-jp-sapporo@example.org?subject=");
        var token = Desk.confirmationToken(email);
        Desk.confirm(token);
        given().get("/confirm/" + token)
                .then()
                .statusCode(200)
                .body(containsString("mailto:cn-jp-sapporo@example.org?subject="), not(containsString("look it up")));
        ask("cn-jp-sapporo").statusCode(409);
    }

    @Test
    void aMissionThatIsNotTheCampaignsIsRefusedByName() {
        ask("cn-kr-seoul").statusCode(400).body("violations[0].field", equalTo("missions"));
    }

    @Test
    void thePageFindsShowsAndSendsAndKeepsWhatWasTyped() {
        var page = "/campaigns/" + Desk.CAMPAIGN + "/letter";
        given().get("/campaigns/" + Desk.CAMPAIGN).then().body(containsString("href=\"" + page + "\""));
        given().get(page).then().statusCode(200).body(containsString("A resident of Japan"));
        var email = "page-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        var typed = Map.of(
                "country", "JP",
                "region", "JP-04",
                "paragraph", "I teach </textarea><b>here",
                "channel", "PRINT",
                "disclosure", "FULL",
                "name", "Hana Mori",
                "email", email,
                "city", "Sendai",
                "language", "en");
        var kept =
                new String[] {"I teach &lt;/textarea&gt;&lt;b&gt;here</textarea>", email, "value=\"JP-04\" selected"};
        given().formParams(typed)
                .formParam("action", "find")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("Consulate-General"), containsString("Niigata"))
                .body(containsString(kept[0]), containsString(kept[1]), containsString(kept[2]));
        given().formParams(typed)
                .formParam("action", "preview")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("<p>I teach &lt;/textarea&gt;&lt;b&gt;here</p>"))
                .body(containsString("id=\"c-print\" value=\"PRINT\" checked"), containsString(kept[0]));
        var tooLong = new HashMap<>(typed);
        tooLong.put("paragraph", "x".repeat(1_501));
        given().formParams(tooLong)
                .formParam("action", "send")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString(email));
        assertThat(mailsTo(email)).isEmpty();
        given().redirects()
                .follow(false)
                .formParams(typed)
                .formParam("action", "send")
                .post(page)
                .then()
                .statusCode(303)
                .header("Location", containsString("/check-mail"));
        assertThat(mailsTo(email)).hasSize(1);
    }

    @Test
    void thePageSaysWhatIsMissing() {
        var page = "/campaigns/" + Desk.CAMPAIGN + "/letter";
        given().formParam("action", "find").post(page).then().statusCode(400).body(containsString("Choose a country"));
        given().formParams(Map.of("action", "find", "country", "BR"))
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("could not find the mission"));
        given().formParams(Map.of("action", "preview", "disclosure", "FULL"))
                .post(page)
                .then()
                .statusCode(200);
        given().header("Accept-Language", "ja")
                .formParam("action", "send")
                .post(page)
                .then()
                .statusCode(400)
                .contentType(startsWith("text/html"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** From a signature to a sealed bundle, through the REST interface, on the database of the subclass. */
abstract class MainJourney {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final HexFormat HEX = HexFormat.of();

    private static String signerMail() {
        return "signer-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }

    @Test
    void whoLooksAtTheLinkIsNotCountedAndWhoPressesTheButtonIsCountedOnce() {
        var email = signerMail();
        int before = Desk.count();
        Desk.sign("Hana Mori", email, "FULL");
        var token = Desk.confirmationToken(email);
        given().get("/confirm/" + token).then().statusCode(200).body(containsString("Hana Mori"));
        assertThat(statusOf(email)).isEqualTo("PENDING");

        var first = Desk.confirm(token);
        assertThat(Desk.confirm(token)).isEqualTo(first);
        await().atMost(SOON).until(() -> Desk.count() > before);
        assertThat(statusOf(email)).isEqualTo("CONFIRMED");
        assertThat(Desk.count()).isEqualTo(confirmed());
    }

    @Test
    void signingTwiceGivesTheSameAnswerAndOneSignature() {
        var email = signerMail();
        Desk.sign("Jun Sato", email, "COUNTRY");
        Desk.sign("Jun Sato", email, "COUNTRY");
        Desk.asks()
                .queryParam("email", email)
                .get(Desk.API + "/signatures")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    @Test
    void aReceiptLeadsFromTheLeafToThePublishedRoot() {
        var token = counted("Mari Endo", "COUNTED");
        var receipt = given().get("/api/v1/my/" + token + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var leaf = Rfc9162.sha256(
                new byte[] {0},
                receipt.getString("entry").getBytes(StandardCharsets.UTF_8),
                HEX.parseHex(receipt.getString("salt")));
        assertThat(HEX.formatHex(leaf)).isEqualTo(receipt.getString("leaf"));
        assertThat(HEX.formatHex(Rfc9162.climb(
                        leaf, receipt.getLong("leafIndex"), receipt.getLong("size"), receipt.getList("proof"))))
                .isEqualTo(receipt.getString("root"));
    }

    @Test
    void whoWithdrawsIsForgottenAndNoLongerCounted() {
        var token = counted("Akira Ono", "FULL");
        int before = Desk.count();
        given().delete("/api/v1/my/" + token).then().statusCode(204);
        given().get("/api/v1/my/" + token).then().statusCode(404);
        await().atMost(SOON).until(() -> Desk.count() < before);
        Desk.asks()
                .queryParam("status", "WITHDRAWN")
                .get(Desk.API + "/signatures")
                .then()
                .body("items.name", hasItem(equalTo(null)));
    }

    @Test
    void whoTakesTheirNameOffThePageIsNamedThereNoLonger() {
        var email = signerMail();
        Desk.signNamedInPublic("Yuki Named", email);
        var url = Desk.confirm(Desk.confirmationToken(email));
        var page = "/campaigns/" + Desk.CAMPAIGN;
        given().get(page).then().body(not(containsString("Yuki Named")));
        Desk.readWords();
        given().get(page).then().body(containsString("Yuki Named"));
        given().redirects()
                .follow(false)
                .post(url.substring(url.indexOf("/my/")) + "/name")
                .then()
                .statusCode(303);
        given().get(page).then().body(not(containsString("Yuki Named")));
    }

    @Test
    void nothingLeavesBeforeASecondPersonApproved() {
        Desk.verifyMission("cn-jp-niigata", "niigata@example.org");
        String plan = Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", List.of("cn-jp-niigata"), "content", "PETITION"))
                .post(Desk.API + "/deliveries")
                .then()
                .statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .extract()
                .path("id");
        Desk.asks().post(Desk.API + "/deliveries/" + plan + "/approve").then().statusCode(403);
        assertThat(lettersTo("niigata@example.org")).isZero();
        Desk.approves()
                .post(Desk.API + "/deliveries/" + plan + "/approve")
                .then()
                .statusCode(200);
        assertThat(lettersTo("niigata@example.org")).isOne();
    }

    @Test
    void noLetterGoesToAnAddressThatNobodyVerified() {
        Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", List.of("cn-jp-nagoya"), "content", "PETITION"))
                .post(Desk.API + "/deliveries")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("missions"));
    }

    @Test
    void theBundleShowsEachSignerAsTheyChoseAndIsSealed() throws IOException {
        counted("山田 太郎", "FULL");
        counted("Nguyễn Thị Hương", "FULL");
        counted("محمد علي", "FULL");
        counted("<b>{cdi:x}</b> =1+1", "FULL");
        counted("Secret Initial", "INITIALS");
        counted("Secret Country", "COUNTRY");
        counted("Secret Counted", "COUNTED");
        var id = bundle("cn-jp-osaka");
        var volume = Desk.asks().get(Desk.API + "/bundles/" + id + "/volumes/1").asByteArray();
        var cover = Desk.asks().get(Desk.API + "/bundles/" + id + "/volumes/0").asByteArray();
        assertThat(text(volume))
                .contains("山田 太郎", "Nguyễn Thị Hương", "محمد علي", "<b>{cdi:x}</b> =1+1", "S. I.")
                .doesNotContain("Secret", "example.org", "{#if");
        assertThat(text(cover)).contains("Mr. President", "尊敬的").doesNotContain("Secret", "@example.org");
        try (var pdf = Loader.loadPDF(volume)) {
            assertThat(pdf.getSignatureDictionaries()).hasSize(1);
            assertThat(pdf.getSignatureDictionaries().getFirst().getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }
        var manifest =
                Desk.asks().get(Desk.API + "/bundles/" + id + "/manifest").jsonPath();
        assertThat(manifest.getString("files[1].sha256")).isEqualTo(HEX.formatHex(Rfc9162.sha256(volume)));
        given().queryParam("digest", manifest.getString("files[1].sha256"))
                .get("/verify")
                .then()
                .statusCode(200)
                .body(containsString("Consulate-General"));
    }

    private String bundle(String mission) {
        String id = Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("mission", mission, "content", "SHEETS"))
                .post(Desk.API + "/bundles")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Desk.asks().post(Desk.API + "/bundles/" + id + "/approve").then().statusCode(403);
        Desk.approves().post(Desk.API + "/bundles/" + id + "/approve").then().statusCode(200);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> Desk.asks()
                        .get(Desk.API + "/bundles/" + id)
                        .path("state")
                        .equals("DONE"));
        return id;
    }

    /** Signs, confirms and waits to be counted; returns the token of the signer's own page. */
    private static String counted(String name, String disclosure) {
        var email = signerMail();
        Desk.sign(name, email, disclosure);
        var url = Desk.confirm(Desk.confirmationToken(email));
        var token = url.substring(url.lastIndexOf('/') + 1);
        await().atMost(SOON)
                .until(() -> given().get("/api/v1/my/" + token + "/receipt").statusCode() == 200);
        return token;
    }

    private static String statusOf(String email) {
        return Desk.asks()
                .queryParam("email", email)
                .get(Desk.API + "/signatures")
                .path("items[0].status");
    }

    private static int confirmed() {
        return Desk.asks()
                .queryParam("status", "CONFIRMED")
                .get(Desk.API + "/signatures")
                .path("total");
    }

    private static int lettersTo(String address) {
        return Desk.asks().queryParam("to", address).get("/api/v1/mail").path("total");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

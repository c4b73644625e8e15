package org.demarche.bundle.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
import org.demarche.bundle.FinishedBundle;
import org.demarche.bundle.handover.Handover;
import org.demarche.common.Language;
import org.demarche.signing.news.NewsState;
import org.demarche.signing.news.NewsUpdate;
import org.junit.jupiter.api.Test;

/** From the gate to the public record: photographs, certificate, open data, and word to those who asked for it. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class HandoverPhotosTest {

    private static final String SLUG = "save-north-korean-refugees-day";

    @Test
    @TestSecurity(user = "kim", roles = "admin")
    void aPhotographIsSeenOutsideOnlyOnceItIsPublished() throws IOException {
        var bundle = FinishedBundle.of(SLUG);
        var handover = given().auth()
                .oauth2("test-token-of-asker")
                .multiPart("at", "2026-01-05T05:00:00Z")
                .multiPart("place", "the gate")
                .multiPart("by", "Courier Kobayashi")
                .multiPart("channel", "in person")
                .multiPart("outcome", "LEFT")
                .multiPart("photo", "gate.jpg", PictureTest.photographed(300, 200), "image/jpeg")
                .post("/api/v1/campaigns/" + SLUG + "/bundles/" + bundle + "/handovers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        HandoverPhoto photo = QuarkusTransaction.requiringNew()
                .call(() -> HandoverPhoto.<HandoverPhoto>find("handover.id", UUID.fromString(handover))
                        .firstResult());
        assertThat(new String(photo.draft, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
        given().get("/deliveries/photos/" + photo.id).then().statusCode(404);
        var desk = "/desk/handover-photos/" + handover;
        given().get(desk).then().statusCode(200).body(containsString("type=\"image\""));
        var before = given().get(desk + "/" + photo.id).asByteArray();

        given().redirects()
                .follow(false)
                .formParam("at.x", 160)
                .formParam("at.y", 240)
                .formParam("size", 16)
                .post(desk + "/" + photo.id + "/blur")
                .then()
                .statusCode(303);
        assertThat(given().get(desk + "/" + photo.id).asByteArray()).isNotEqualTo(before);
        given().formParam("words", "")
                .post(desk + "/" + photo.id + "/publish")
                .then()
                .statusCode(400);
        given().redirects()
                .follow(false)
                .formParam("words", "The closed gate in snow")
                .post(desk + "/" + photo.id + "/publish")
                .then()
                .statusCode(303);

        given().get("/deliveries/photos/" + photo.id).then().statusCode(200).contentType("image/jpeg");
        given().get("/campaigns/" + SLUG + "/deliveries?lang=ja")
                .then()
                .body(containsString("/deliveries/photos/" + photo.id))
                .body(containsString("The closed gate in snow"))
                .body(containsString("その場に置いた"))
                .body(not(containsString("Kobayashi")));
        given().redirects()
                .follow(false)
                .post(desk + "/" + photo.id + "/remove")
                .then()
                .statusCode(303);
        given().get("/deliveries/photos/" + photo.id).then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "kim", roles = "admin")
    void whatIsNoPictureIsSaidOnThePage() {
        var handover = handedOver(FinishedBundle.of(SLUG), "");
        given().multiPart("photo", "gate.heic", "ftypheic".getBytes(StandardCharsets.US_ASCII), "image/heic")
                .post("/desk/handover-photos/" + handover)
                .then()
                .statusCode(400)
                .body(containsString("JPEG or PNG"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "admin")
    void certificateAndOpenDataTellOfTheDeliveryAndNameNobody() throws IOException {
        handedOver(FinishedBundle.of(SLUG), "");
        var record = "/campaigns/" + SLUG + "/deliveries";
        var csv = given().get(record + "/data.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("at,mission,missionName,how,outcome,signatures,pages,sha256")
                .contains("cn-jp-sapporo", "BY_HAND,REFUSED,7,12," + FinishedBundle.DIGEST)
                .doesNotContain("Kobayashi", "side door");
        var json = given().get(record + "/data.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(json).contains("\"REFUSED\"", "\"BY_HAND\"").doesNotContain("Kobayashi", "side door");
        for (var language : Language.values()) {
            var pdf = given().get(record + "/certificate.pdf?lang=" + language.tag())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains(FinishedBundle.DIGEST)
                        .doesNotContain("Kobayashi", "□");
            }
        }
    }

    @Test
    @TestSecurity(user = "kim", roles = "admin")
    void signersWhoAskedAreToldOnceAnotherPersonApproves() {
        handedOver(FinishedBundle.of(SLUG), "yes");
        var update = QuarkusTransaction.requiringNew().call(() -> {
            NewsUpdate newest = NewsUpdate.<NewsUpdate>find("order by approval.askedAt desc")
                    .firstResult();
            assertThat(newest.state).isEqualTo(NewsState.AWAITING_APPROVAL);
            assertThat(newest.texts).containsOnlyKeys(Language.values());
            assertThat(newest.texts.get(Language.JA).body()).contains("受け取っていただけませんでした", "/deliveries?lang=ja");
            return newest.id;
        });
        assertThat(update).isNotNull();
    }

    private static UUID handedOver(UUID bundle, String tell) {
        var form = given().redirects()
                .follow(false)
                .formParam("at", "2026-01-05T14:00")
                .formParam("place", "side door")
                .formParam("by", "Courier Kobayashi")
                .formParam("channel", "by post")
                .formParam("tracking", "EJ 123 456 789 JP")
                .formParam("outcome", "REFUSED")
                .formParam("note", "Courier Kobayashi waited.");
        if (!tell.isEmpty()) form.formParam("tell", tell);
        form.post("/desk/handovers/" + SLUG + "/" + bundle).then().statusCode(303);
        given().get("/desk/handovers/" + SLUG + "/" + bundle).then().body(containsString("EJ 123 456 789 JP"));
        return QuarkusTransaction.requiringNew()
                .call(() -> Handover.<Handover>find("bundle.id", bundle).firstResult().id);
    }
}

package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** People who write their own letters, and the staff who send them. */
abstract class OwnLetterWriters {

    static final String WORDS = "I teach at a primary school. <script>{#if}";

    /** A mission of its own for each test, so that none sends another's letters. */
    record Written(String email, String token, String my) {}

    static String handIn(String mission, String channel, String disclosure, String email) {
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

    static Written confirmed(String mission, String channel, String disclosure) {
        var email = "writer-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        handIn(mission, channel, disclosure, email);
        var token = Desk.confirmationToken(email);
        var my = Desk.confirm(token);
        return new Written(email, token, my.substring(my.lastIndexOf('/') + 1));
    }

    static ValidatableResponse ask(String mission) {
        return Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", List.of(mission), "content", "LETTERS"))
                .post(Desk.API + "/deliveries")
                .then();
    }

    static String planned(String mission, int letters) {
        return ask(mission)
                .statusCode(202)
                .body("state", equalTo("AWAITING_APPROVAL"))
                .body("count", equalTo(letters))
                .extract()
                .path("id");
    }

    static void approve(String plan) {
        Desk.approves()
                .post(Desk.API + "/deliveries/" + plan + "/approve")
                .then()
                .statusCode(200);
    }

    static String verified(String code) {
        var address = code + "@example.org";
        Desk.verifyMission(code, address);
        return address;
    }

    static List<String> states(String plan) {
        return Desk.asks()
                .queryParam("size", 500)
                .get(Desk.API + "/deliveries")
                .path("items.findAll { it.plan == '" + plan + "' }.state");
    }

    static List<String> mailsTo(String address) {
        return Desk.asks().queryParam("to", address).get("/api/v1/mail").path("items.state");
    }

    static void judge(String signature, String verb) {
        Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "looked at it"))
                .post(Desk.API + "/signatures/" + signature + "/" + verb)
                .then()
                .statusCode(204);
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

package org.demarche.journey;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/** What people do in the journeys, in their words; the HTTP is hidden here. */
final class Desk {

    static final String CAMPAIGN = "save-north-korean-refugees-day";
    static final String API = "/api/v1/campaigns/" + CAMPAIGN;

    private Desk() {}

    /** Two staff members of the test configuration. */
    static RequestSpecification asks() {
        return given().auth().oauth2("test-token-of-asker");
    }

    static RequestSpecification approves() {
        return given().auth().oauth2("test-token-of-approver");
    }

    static void sign(String name, String email, String disclosure) {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "email",
                        email,
                        "country",
                        "JP",
                        "region",
                        "JP-13",
                        "city",
                        "Shinjuku",
                        "comment",
                        "Please let them go on in safety.",
                        "language",
                        "en",
                        "disclosure",
                        disclosure))
                .post(API + "/signatures")
                .then()
                .statusCode(202);
    }

    static void signNamedInPublic(String name, String email) {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "email", email, "country", "JP", "publicName", true))
                .post(API + "/signatures")
                .then()
                .statusCode(202);
    }

    /** Staff read what waits to be shown, and clear it. */
    static void readWords() {
        List<String> ids = asks().get(API + "/comments").jsonPath().getList("items.id");
        asks().contentType(ContentType.JSON)
                .body(Map.of("ids", ids))
                .post(API + "/comments/clear")
                .then()
                .statusCode(200);
    }

    /** The token in the newest confirmation mail to this address, from the local mailbox. */
    static String confirmationToken(String email) {
        return link(mail("CONFIRMATION", email), "/confirm/");
    }

    /** The newest mail of this purpose to this address. */
    static MimeMessage mail(String purpose, String email) {
        String id = asks().queryParam("to", email)
                .get("/api/v1/mail")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.purpose == '" + purpose + "' }.id");
        var raw = asks().get("/api/v1/mail/" + UUID.fromString(id) + "/raw").asByteArray();
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String link(MimeMessage mail, String path) {
        var text = MailParts.text(mail, "text/plain");
        var rest = text.substring(text.indexOf(path) + path.length());
        return rest.substring(0, 43);
    }

    static String confirm(String token) {
        return given().post("/api/v1/confirmations/" + token)
                .then()
                .statusCode(200)
                .extract()
                .path("myUrl");
    }

    static int count() {
        return given().get(API + "/count").then().statusCode(200).extract().path("count");
    }

    static void verifyMission(String code, String email) {
        asks().contentType(ContentType.JSON)
                .body(Map.of("email", email, "note", "asked at the switchboard"))
                .post("/api/v1/missions/" + code + "/verify")
                .then()
                .statusCode(200);
    }

    static byte[] bytes(java.io.InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The mail that asks to confirm, however it was stored. */
@QuarkusTest
class ConfirmationMailTest {

    private static final Pattern LINK = Pattern.compile("/confirm/[A-Za-z0-9_-]{43}");

    @Inject
    SecondLook secondLook;

    private final String email = "m-" + UUID.randomUUID() + "@example.org";

    @Test
    void theFirstMailAndTheNextSayTheSameButForTheLink() throws Exception {
        sign("<b>森</b> はな & Co", "ja");
        sign("<b>森</b> はな & Co", "ja");
        secondLook.look();
        var mails = mails();
        assertThat(mails).hasSize(2);
        for (int part = 0; part < 2; part++) {
            var first = part(mails.get(0), part);
            var next = part(mails.get(1), part);
            assertThat(LINK.matcher(first).replaceAll("LINK"))
                    .isEqualTo(LINK.matcher(next).replaceAll("LINK"))
                    .contains("森", "LINK");
            assertThat(first).isNotEqualTo(next);
        }
    }

    @Test
    void everyReadingGivesTheSameBytes() {
        sign("Hana Mori", "en");
        var id = mails().getFirst();
        assertThat(raw(id)).isEqualTo(raw(id));
        assertThat(new String(raw(id), StandardCharsets.US_ASCII)).contains("boundary");
    }

    private void sign(String name, String language) {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "email", email, "country", "JP", "disclosure", "FULL", "language", language))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                .then()
                .statusCode(202);
    }

    private List<String> mails() {
        return staff().queryParam("to", email)
                .get("/api/v1/mail")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** The text, and then the HTML. */
    private String part(String mail, int part) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw(mail)));
        return (String) ((Multipart) message.getContent()).getBodyPart(part).getContent();
    }

    private byte[] raw(String mail) {
        return staff().get("/api/v1/mail/" + mail + "/raw").asByteArray();
    }

    private static RequestSpecification staff() {
        return given().header("Authorization", "Bearer test-token-of-asker");
    }
}

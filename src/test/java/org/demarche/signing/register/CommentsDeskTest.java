package org.demarche.signing.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.Words;
import org.junit.jupiter.api.Test;

/** Comments and public names are read at the desk before anybody else sees them. */
@QuarkusTest
class CommentsDeskTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String DESK = "/desk/comments/" + SLUG;

    @Inject
    Vault vault;

    private final String mailbox = UUID.randomUUID() + "@example.org";
    private final String comment = "Let them go on, " + UUID.randomUUID() + " <b>please</b>.";

    private static RequestSpecification moderator() {
        return given().auth().oauth2("mo-token-of-the-tests-only");
    }

    /** Somebody who signed, confirmed, and wants comment and name to be shown. */
    private UUID signer() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Hana Mori",
                        "email",
                        mailbox,
                        "country",
                        "JP",
                        "comment",
                        comment,
                        "disclosure",
                        "FULL",
                        "publicName",
                        true))
                .post("/api/v1/campaigns/" + SLUG + "/signatures")
                .then()
                .statusCode(202);
        return QuarkusTransaction.requiringNew().call(() -> {
            var signature = Signature.<Signature>find("mailboxIndex", (Object)
                            vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(mailbox))))
                    .firstResult();
            signature.status = SignatureStatus.CONFIRMED;
            signature.confirmedAt = signature.createdAt;
            return signature.id;
        });
    }

    private static Words words(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Signature.<Signature>findById(id).words);
    }

    @Test
    void whatWaitsIsReadAndClearedAndComesBackWhereItIsRefused() {
        var id = signer();
        moderator()
                .get(DESK)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString(comment.substring(0, 40)),
                        containsString("name on the page, comment on the sheets"),
                        not(containsString("<b>please")),
                        not(containsString(mailbox))));
        moderator()
                .formParams("id", id.toString(), "verdict", "CLEARED")
                .post(DESK + "/judge")
                .then()
                .statusCode(200)
                .body(allOf(containsString("1 may be shown."), not(containsString(comment.substring(0, 40)))));
        assertThat(words(id)).isEqualTo(Words.CLEARED);
        moderator().queryParam("state", "CLEARED").get(DESK).then().body(containsString(comment.substring(0, 40)));
        moderator()
                .formParams("id", id.toString(), "verdict", "REFUSED", "reason", "names a route")
                .post(DESK + "/judge")
                .then()
                .statusCode(200);
        assertThat(words(id)).isEqualTo(Words.REFUSED);
    }

    @Test
    void nothingIsRefusedWithoutAReasonAndTheTickStays() {
        var id = signer();
        moderator()
                .formParams("id", id.toString(), "verdict", "REFUSED")
                .post(DESK + "/judge")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("Say why"),
                        containsString("Hana Mori, " + id.toString().substring(0, 8) + "\" checked")));
        assertThat(words(id)).isEqualTo(Words.UNREAD);
        for (var nonsense : new String[] {"", "UNREAD", "nonsense"}) {
            moderator()
                    .formParams("id", id.toString(), "verdict", nonsense)
                    .post(DESK + "/judge")
                    .then()
                    .statusCode(400);
        }
        moderator()
                .formParams("verdict", "CLEARED")
                .post(DESK + "/judge")
                .then()
                .statusCode(400);
    }
}

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
import java.util.regex.Pattern;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignaturesDeskTest {

    @Inject
    NameIndexing indexing;

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String DESK = "/desk/signatures/" + SLUG;

    private static RequestSpecification admin() {
        return given().auth().oauth2("test-token-of-asker");
    }

    private static RequestSpecification moderator() {
        return given().auth().oauth2("mo-token-of-the-tests-only");
    }

    /** Somebody who signs; their mailbox. */
    private static String sign(String name) {
        var mailbox = UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "email", mailbox, "country", "JP"))
                .post("/api/v1/campaigns/" + SLUG + "/signatures")
                .then()
                .statusCode(202);
        return mailbox;
    }

    private static UUID idOf(String mailbox) {
        var page = admin().formParam("email", mailbox).post(DESK + "/find").asString();
        var id = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"").matcher(page);
        assertThat(id.find()).isTrue();
        var found = UUID.fromString(id.group(1));
        assertThat(id.find()).as("one mailbox, one signature").isFalse();
        return found;
    }

    private static SignatureStatus status(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Signature.<Signature>findById(id).status);
    }

    @Test
    void oneMailboxIsFoundAmongAllAndNotByModerators() {
        var mailbox = sign("Hana Mori");
        sign("Somebody Else");
        idOf(mailbox);
        moderator().formParam("email", mailbox).post(DESK + "/find").then().statusCode(403);
        moderator()
                .get(DESK)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Hana Mori"), not(containsString("@example.org"))));
    }

    @Test
    void severalAreHeldForOneReasonAndTakenBack() {
        var one = idOf(sign("Bulk One"));
        var two = idOf(sign("Bulk Two"));
        var held = moderator()
                .formParam("id", one.toString(), two.toString())
                .formParam("verdict", "HOLD")
                .formParam("reason", "one network, one minute")
                .post(DESK + "/judge");
        held.then().statusCode(200).body(containsString("2 held."));
        assertThat(status(one)).isEqualTo(SignatureStatus.HELD);
        var rejected = moderator()
                .formParam("id", one.toString(), two.toString())
                .formParam("verdict", "REJECT")
                .formParam("reason", "a machine")
                .post(DESK + "/judge")
                .asString();
        assertThat(status(two)).isEqualTo(SignatureStatus.REJECTED);
        var undo = moderator();
        Pattern.compile("name=\"before\" value=\"([^\"]+)\"")
                .matcher(rejected)
                .results()
                .forEach(m -> undo.formParam("before", m.group(1)));
        undo.post(DESK + "/undo").then().statusCode(200).body(containsString("2 taken back."));
        assertThat(status(one)).isEqualTo(SignatureStatus.HELD);
        assertThat(status(two)).isEqualTo(SignatureStatus.HELD);
    }

    @Test
    void withoutAReasonNothingHappensAndTheTicksStay() {
        var id = idOf(sign("No Reason"));
        moderator()
                .formParam("id", id.toString())
                .formParam("verdict", "REJECT")
                .post(DESK + "/judge")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("Say why"),
                        containsString("No Reason, " + id.toString().substring(0, 8) + "\" checked")));
        assertThat(status(id)).isEqualTo(SignatureStatus.PENDING);
    }

    @Test
    void whatCannotBeDoneIsLeftAndCounted() {
        var id = idOf(sign("Held Twice"));
        for (var words : new String[] {"1 held.", "0 held, 1 left as they are"}) {
            moderator()
                    .formParam("id", id.toString())
                    .formParam("verdict", "HOLD")
                    .formParam("reason", "look again")
                    .post(DESK + "/judge")
                    .then()
                    .statusCode(200)
                    .body(containsString(words));
        }
    }

    @Test
    void aForgedUndoIsRefused() {
        moderator().formParam("before", "nonsense").post(DESK + "/undo").then().statusCode(400);
    }

    @Test
    void aNameIsFoundHoweverItsBlanksAndCapitalsAreTyped() {
        var name = "Yuki " + UUID.randomUUID().toString().substring(0, 8);
        sign(name);
        sign("Somebody Else");
        moderator()
                .formParam("name", "  yuki   " + name.substring(5).toUpperCase())
                .post(DESK + "/find-name")
                .then()
                .statusCode(200)
                .body(allOf(containsString(name), not(containsString("Somebody Else"))));
        moderator()
                .formParam("name", name.substring(0, 9))
                .post(DESK + "/find-name")
                .then()
                .body(containsString("No signature matches"));
    }

    @Test
    void aNameFromBeforeTheIndexIsFoundOnceItIsMade() {
        var name = "Old " + UUID.randomUUID().toString().substring(0, 8);
        var id = idOf(sign(name));
        QuarkusTransaction.requiringNew().run(() -> Signature.update("nameIndex = null where id = ?1", id));
        moderator()
                .formParam("name", name)
                .post(DESK + "/find-name")
                .then()
                .body(containsString("No signature matches"));
        indexing.run();
        moderator().formParam("name", name).post(DESK + "/find-name").then().body(containsString(name));
    }
}

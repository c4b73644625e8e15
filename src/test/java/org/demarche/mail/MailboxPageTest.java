package org.demarche.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailboxPageTest {

    private static final String SCOPE = "campaign:mailbox-test";

    @Inject
    Outbox outbox;

    @Inject
    Scopes scopes;

    private final String subject = "Please confirm " + UUID.randomUUID();

    @BeforeEach
    void openScope() {
        scopes.create(SCOPE);
    }

    @Test
    void whoeverTriesTheHouseOutFindsTheLinkWithoutSigningIn() {
        var id = queue(Purpose.CONFIRMATION);
        given().get("/desk/mailbox")
                .then()
                .statusCode(200)
                .body(containsString(subject))
                .body(containsString("without signing in"));
        given().get("/desk/mailbox/" + id)
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "<a href=\"http://localhost:8080/confirm/abc\" rel=\"noreferrer\">http://localhost:8080/confirm/abc</a>. Thank"))
                .body(containsString("letter.pdf"))
                .body(not(containsString("<script>")));
    }

    @Test
    void htmlIsShownInASandbox() {
        var policies = given().get("/desk/mailbox/" + queue(Purpose.CONFIRMATION) + "/html")
                .headers()
                .getValues("Content-Security-Policy");
        assertThat(policies).as("a second policy would forbid the frame").hasSize(1);
        given().get("/desk/mailbox/" + queue(Purpose.CONFIRMATION) + "/html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<p>Please"));
    }

    @Test
    void filesAndTheWholeMailCanBeTaken() {
        var id = queue(Purpose.CONFIRMATION);
        var file = given().get("/desk/mailbox/" + id + "/files/0")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
        assertThat(file).containsExactly(1, 2, 3);
        given().get("/desk/mailbox/" + id + "/raw").then().statusCode(200).body(containsString("Message-ID: <o-" + id));
        given().get("/desk/mailbox/" + id + "/files/7").then().statusCode(404);
    }

    @Test
    void whoComesThroughAProxyOrUnderAnotherNameMustSignIn() {
        assertThat(refused("X-Forwarded-For", "203.0.113.9")).isTrue();
        assertThat(refused("Forwarded", "for=203.0.113.9")).isTrue();
        assertThat(refused("Host", "evil.example.org")).isTrue();
        assertThat(refused("Host", "127.evil.example.org")).isTrue();
        assertThat(refused("Accept", "text/html")).isFalse();
    }

    @Test
    void withoutSigningInNothingIsDoneAndNoLinkIntoTheDeskIsShown() {
        var id = queue(Purpose.STAFF);
        given().redirects()
                .follow(false)
                .get("/desk/mailbox/" + id + "/raw")
                .then()
                .statusCode(403);
        given().get("/desk/mailbox/" + id).then().statusCode(200).body(not(containsString("/confirm/abc")));
        assertThat(given().redirects()
                        .follow(false)
                        .post("/desk/mailbox/" + id + "/cancel")
                        .statusCode())
                .isIn(302, 303, 401);
        assertThat(find(id).state).isEqualTo(MailState.HELD);
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void campaignersCancelAtThePage() {
        var id = queue(Purpose.NOTICE);
        given().redirects()
                .follow(false)
                .post("/desk/mailbox/" + id + "/cancel")
                .then()
                .statusCode(303);
        assertThat(find(id).state).isEqualTo(MailState.CANCELLED);
    }

    @Test
    @TestSecurity(user = "mo", roles = "exporter")
    void otherStaffMayLookOnlyWhereEverybodyMay() {
        given().header("X-Forwarded-For", "203.0.113.9")
                .get("/desk/mailbox")
                .then()
                .statusCode(403);
    }

    private static boolean refused(String header, String value) {
        return given().redirects()
                        .follow(false)
                        .header(header, value)
                        .get("/desk/mailbox")
                        .statusCode()
                != 200;
    }

    private Mail find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Mail.findById(id));
    }

    private UUID queue(Purpose purpose) {
        var message = Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                .to(new EmailAddress("kim@example.org"))
                .saying(subject, "Open http://localhost:8080/confirm/abc. Thank you <script>x</script>")
                .html("<p>Please open <a href=\"http://localhost:8080/confirm/abc\">this</a></p>")
                .attach(new Attachment("letter.pdf", "application/pdf", new byte[] {1, 2, 3}));
        return QuarkusTransaction.requiringNew().call(() -> outbox.queue(message));
    }
}

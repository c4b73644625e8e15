package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.common.EmailAddress;
import org.demarche.mail.MailAnswered;
import org.demarche.mail.MailState;
import org.demarche.mail.Purpose;
import org.demarche.privacy.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a signer is shown and given of what is held about them. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class MyDataTest {

    private static final String CALL = "/api/v1/campaigns/save-north-korean-refugees-day/signatures";

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Inject
    MyToken myToken;

    @Inject
    Event<MailAnswered> answered;

    private final String email = "m-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void somebodySigned() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "森 花", "email", email, "country", "JP", "comment", "Let them <go>.", "language", "ja"))
                .post(CALL)
                .then()
                .statusCode(202);
    }

    private Signature row() {
        var mailbox = vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
        return QuarkusTransaction.joiningExisting()
                .call(() -> Signature.<Signature>find("mailboxIndex", (Object) mailbox)
                        .firstResult());
    }

    @Test
    void aSignerTakesAlongAllThatIsHeldAndTheWordsTheyAgreedTo() {
        given().get("/api/v1/my/" + myToken.of(row().id).value() + "/data")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Cache-Control", containsString("no-store"))
                .body("person.name", equalTo("森 花"))
                .body("person.email", equalTo(email))
                .body("person.comment", equalTo("Let them <go>."))
                .body("mails[0].to", equalTo(email))
                .body("letters", notNullValue())
                .body("consents.version", equalTo(row().consentVersion))
                .body("consents.missions.answer", equalTo("COUNTRY"))
                .body("consents.news.asked", containsString("この活動のお知らせ"));
        given().get("/api/v1/my/unknown/data").then().statusCode(404);
    }

    @Test
    void theWordsOnRecordAreThoseOfTheForm() {
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(row().consentVersion).isPositive();
            assertThat(ConsentText.count()).isEqualTo(4L * row().consentVersion);
        });
    }

    @Test
    void whoConfirmsSeesTheirOwnWordsFirst() {
        var token = QuarkusTransaction.requiringNew().call(() -> row().newConfirmation(clock.instant()));
        given().get("/confirm/" + token.value())
                .then()
                .statusCode(200)
                .body(containsString("Let them &lt;go&gt;."))
                .body(not(containsString("<go>")));
    }

    @Test
    void staffSeeWhomTheMailDidNotReachUntilItDoes() {
        answer(MailState.HARD_BOUNCED);
        assertThat(row().undeliverable).isTrue();
        given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("undeliverable", true)
                .queryParam("email", email)
                .get(CALL)
                .then()
                .body("total", equalTo(1))
                .body("items[0].undeliverable", equalTo(true));
        answer(MailState.ACCEPTED);
        assertThat(row().undeliverable).isFalse();
    }

    private void answer(MailState state) {
        QuarkusTransaction.requiringNew()
                .run(() -> answered.fire(new MailAnswered(
                        UUID.randomUUID(), Purpose.CONFIRMATION, null, row().id, state, 1, "no such mailbox")));
    }
}

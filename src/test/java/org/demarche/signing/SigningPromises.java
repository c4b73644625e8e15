package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.Token;
import org.demarche.privacy.Vault;
import org.demarche.signing.register.SignatureRegister;
import org.junit.jupiter.api.Test;

/** What holds however many act on one signature at once, on whichever database. */
abstract class SigningPromises {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";
    private static final int AT_ONCE = 8;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Inject
    Confirmation confirmation;

    @Inject
    MySignature mine;

    @Inject
    MyToken myToken;

    @Inject
    SignatureRegister register;

    @Inject
    PrintedLines printed;

    @Inject
    SecondLook secondLook;

    private final String email = "s-" + UUID.randomUUID() + "@example.org";

    @Test
    void eightIdenticalSignaturesAtOnceAreOneAndAllAreAnsweredAlike() throws Exception {
        var answers = Threads.atOnce(AT_ONCE, () -> sign("FULL", false, ""));
        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers).extracting(Response::asString).containsOnly("{\"status\":\"CONFIRMATION_SENT\"}");
        assertThat(rows()).isOne();
    }

    @Test
    void aNewAKnownAndAHeldSignatureLookTheSame() {
        var fresh = sign("FULL", false, "");
        var known = sign("FULL", false, "");
        confirm();
        var confirmed = sign("FULL", false, "");
        var held = given().contentType(ContentType.JSON)
                .body(body("h-" + email, "FULL", false, "http://example.org"))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures");
        for (var answer : List.of(known, confirmed, held)) {
            assertThat(answer.statusCode()).isEqualTo(fresh.statusCode());
            assertThat(answer.asByteArray()).isEqualTo(fresh.asByteArray());
            assertThat(answer.headers().asList())
                    .hasToString(fresh.headers().asList().toString());
        }
    }

    @Test
    void whoSignsAgainBeforeConfirmingIsNeverShownBeyondEitherChoice() {
        sign("FULL", true, "");
        sign("COUNTRY", false, "");
        secondLook.look();
        assertThat(row().disclosure).isEqualTo(Disclosure.COUNTRY);
        assertThat(row().publicName).isFalse();
        sign("FULL", true, "");
        secondLook.look();
        assertThat(row().disclosure).isEqualTo(Disclosure.COUNTRY);
        assertThat(row().publicName).isFalse();
    }

    @Test
    void confirmingAnOwnLetterShowsNoMoreOnTheSheetThanTheLetterDoes() {
        sign("FULL", true, "");
        var letter = new HashMap<>(body(email, "COUNTRY", false, ""));
        letter.put("paragraph", "Let them go on.");
        letter.put("channel", "PRINT");
        letter.put("region", "JP-13");
        given().contentType(ContentType.JSON)
                .body(letter)
                .post("/api/v1/campaigns/" + CAMPAIGN + "/letters")
                .then()
                .statusCode(202);
        assertThat(row().disclosure).isEqualTo(Disclosure.COUNTRY);
        assertThat(row().publicName).isFalse();
    }

    @Test
    void theWordsOfTheNewestFormAreTheOnesThatAreConfirmed() {
        sign("FULL", false, "");
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Hana Mori", "email", email, "country", "KR", "comment", "Newer."))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                .then()
                .statusCode(202);
        secondLook.look();
        assertThat(row().country).isEqualTo("KR");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> row().person(vault).comment()))
                .isEqualTo("Newer.");
    }

    @Test
    void aCountThatBeganBeforeAWithdrawalDoesNotBringTheSignerBack() throws Exception {
        sign("FULL", false, "");
        var id = confirm();
        QuarkusTransaction.begin();
        try {
            Signature stale = Signature.findById(id);
            Threads.start(() -> mine.withdraw(myToken.of(id))).get(10, TimeUnit.SECONDS);
            stale.counted = !stale.counted;
            QuarkusTransaction.commit();
        } finally {
            rollBackWhatIsOpen();
        }
        var now = QuarkusTransaction.requiringNew().call(() -> Signature.<Signature>findById(id));
        assertThat(now.sealedPerson).isNull();
        assertThat(now.status).isEqualTo(SignatureStatus.WITHDRAWN);
    }

    @Test
    void aSignatureThatIsRejectedWhileItIsConfirmedEndsRejected() throws Exception {
        sign("FULL", false, "");
        var id = row().id;
        var token = newLink();
        QuarkusTransaction.begin();
        try {
            confirmation.confirm(token);
            var rejected = Threads.start(() -> register.reject(CAMPAIGN, id, "not a person", "mo"));
            Threads.settle(rejected);
            QuarkusTransaction.commit();
            rejected.get(10, TimeUnit.SECONDS);
        } finally {
            rollBackWhatIsOpen();
        }
        assertThat(row().status).isEqualTo(SignatureStatus.REJECTED);
    }

    @Test
    void whoChoseToShowLessAfterTheListWasFrozenIsPrintedSo() {
        sign("FULL", false, "");
        var id = confirm();
        var frozen = List.of(new PrintedLines.Frozen(id, Disclosure.FULL));
        assertThat(printed.print(frozen, Language.EN))
                .extracting(Disclosed::name)
                .containsExactly("Hana Mori");
        mine.disclose(myToken.of(id), Disclosure.COUNTRY, null);
        assertThat(printed.print(frozen, Language.EN))
                .extracting(Disclosed::name)
                .containsExactly("");
        mine.disclose(myToken.of(id), Disclosure.COUNTED, null);
        assertThat(printed.print(frozen, Language.EN)).isEmpty();
        mine.disclose(myToken.of(id), Disclosure.FULL, null);
        var narrow = List.of(new PrintedLines.Frozen(id, Disclosure.COUNTRY));
        assertThat(printed.print(narrow, Language.EN))
                .extracting(Disclosed::name)
                .containsExactly("");
    }

    @Test
    void wordsOfFullLengthInKanjiFitTheForm() {
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "山田太郎")
                .formParam("email", email)
                .formParam("country", "JP")
                .formParam("comment", "難".repeat(SignForm.COMMENT_MAX))
                .post("/campaigns/" + CAMPAIGN)
                .then()
                .statusCode(303);
    }

    private Response sign(String disclosure, boolean publicName, String website) {
        return given().contentType(ContentType.JSON)
                .body(body(email, disclosure, publicName, website))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures");
    }

    private static Map<String, Object> body(String email, String disclosure, boolean publicName, String website) {
        return Map.of(
                "name", "Hana Mori",
                "email", email,
                "country", "JP",
                "city", "Shinjuku",
                "disclosure", disclosure,
                "publicName", publicName,
                "website", website);
    }

    private UUID confirm() {
        return confirmation.confirm(newLink()).orElseThrow().id;
    }

    private Token newLink() {
        return QuarkusTransaction.requiringNew().call(() -> row().newConfirmation(clock.instant()));
    }

    private Signature row() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Signature.<Signature>find("mailboxIndex", (Object) mailbox())
                        .firstResult());
    }

    private long rows() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Signature.count("campaign = ?1 and mailboxIndex = ?2", Campaign.named(CAMPAIGN), mailbox()));
    }

    private byte[] mailbox() {
        return vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
    }

    private static void rollBackWhatIsOpen() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }
}

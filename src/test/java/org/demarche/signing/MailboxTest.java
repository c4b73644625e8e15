package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Vault;
import org.junit.jupiter.api.Test;

/** How many may sign from one mailbox, and how often it is written to. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class MailboxTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";
    private static final int AT_ONCE = 8;

    @Inject
    Vault vault;

    @Inject
    SecondLook secondLook;

    private final String email = "s-" + UUID.randomUUID() + "@example.org";

    @Test
    void twoNamesMaySignFromOneMailboxAndAThirdIsNotStored() {
        var answers = List.of("山田太郎", "山田花子", "山田次郎", "山田 太郎　").stream()
                .map(name -> given().contentType(ContentType.JSON)
                        .body(Map.of("name", name, "email", email, "country", "JP"))
                        .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                        .asString())
                .toList();
        assertThat(answers).containsOnly("{\"status\":\"CONFIRMATION_SENT\"}");
        secondLook.look();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void manyNamesAtOnceFromOneMailboxAreNoMoreThanTwo() throws Exception {
        var n = new java.util.concurrent.atomic.AtomicInteger();
        var statuses = Threads.atOnce(
                AT_ONCE,
                () -> given().contentType(ContentType.JSON)
                        .body(Map.of(
                                "name",
                                "Mori " + "abcdefgh".charAt(n.getAndIncrement()),
                                "email",
                                email,
                                "country",
                                "JP"))
                        .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                        .statusCode());
        assertThat(statuses).containsOnly(202);
        secondLook.look();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void oneMailboxIsMailedFiveTimesAtMostHoweverManyNamesAreTyped() {
        for (int i = 0; i < 6; i++) {
            for (var name : List.of("Hana Mori", "Ken Mori", "Yui Mori")) {
                given().contentType(ContentType.JSON)
                        .body(Map.of("name", name, "email", email, "country", "JP"))
                        .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures");
            }
        }
        secondLook.look();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Signature.<Signature>list("mailboxIndex", (Object) mailbox()).stream()
                                .mapToInt(s -> s.confirmationMails)
                                .sum()))
                .isEqualTo(Mailbox.MAILS_MAX);
    }

    private long rows() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Signature.count("campaign = ?1 and mailboxIndex = ?2", Campaign.named(CAMPAIGN), mailbox()));
    }

    private byte[] mailbox() {
        return vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
    }
}

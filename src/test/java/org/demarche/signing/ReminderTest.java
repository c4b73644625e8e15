package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnOwnH2.class)
class ReminderTest {

    @Inject
    Reminder reminder;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    private final String email = "slow-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void somebodySigned() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Ana Slow", "email", email, "country", "JP"))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                .then()
                .statusCode(202);
    }

    private Signature row() {
        var mailbox = vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
        return QuarkusTransaction.joiningExisting()
                .call(() -> Signature.<Signature>find("mailboxIndex", (Object) mailbox)
                        .firstResult());
    }

    private void threeDaysGoBy() {
        QuarkusTransaction.requiringNew().run(() -> {
            row().createdAt = clock.instant().minus(Duration.ofDays(3));
            row().confirmBy = clock.instant().plus(Duration.ofDays(4));
        });
    }

    @Test
    void whoHasNotConfirmedIsRemindedOnceAndNotKeptLonger() {
        reminder.remind();
        assertThat(row().remindedAt).isNull();
        threeDaysGoBy();
        var until = row().confirmBy;
        var link = row().confirmationHash;
        assertThat(reminder.remind()).isPositive();
        assertThat(row().remindedAt).isNotNull();
        assertThat(row().confirmBy).isEqualTo(until);
        assertThat(row().confirmationHash).isNotEqualTo(link);
        var at = row().remindedAt;
        reminder.remind();
        assertThat(row().remindedAt).isEqualTo(at);
        assertThat(row().confirmationMails).isEqualTo(2);
    }

    @Test
    void aMailboxThatCannotBeReachedIsLeftAlone() {
        threeDaysGoBy();
        QuarkusTransaction.requiringNew().run(() -> row().undeliverable = true);
        reminder.remind();
        assertThat(row().remindedAt).isNull();
    }
}

package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.OnOwnH2;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.privacy.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnOwnH2.class)
class UnconfirmedPurgeTest {

    @Inject
    UnconfirmedPurge purge;

    @Inject
    Instance<HoldsPersonalData> holders;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    private final String email = "late-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void somebodySigned() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Ana Late", "email", email, "country", "JP"))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                .then()
                .statusCode(202);
    }

    @Test
    void whatNobodyConfirmedInTimeIsErasedWithItsMails() {
        var id = rows().getFirst().id;
        assertThat(kept(id)).contains(email);
        timeIsOver();
        assertThat(purge.purge()).isPositive();
        assertThat(rows()).isEmpty();
        assertThat(kept(id)).doesNotContain(email);
    }

    @Test
    void whatMayStillBeConfirmedStays() {
        purge.purge();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void whatWasConfirmedStays() {
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.<Signature>findById(rows().getFirst().id).confirm(clock.instant()));
        timeIsOver();
        purge.purge();
        assertThat(rows()).extracting(s -> s.status).containsExactly(SignatureStatus.CONFIRMED);
    }

    /** What all features still hold of this person. */
    private String kept(UUID id) {
        return holders.stream().map(holder -> holder.export(id).toString()).collect(Collectors.joining());
    }

    private void timeIsOver() {
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.update(
                        "confirmBy = ?1 where mailboxIndex = ?2",
                        clock.instant().minusSeconds(1),
                        mailbox()));
    }

    private List<Signature> rows() {
        return QuarkusTransaction.joiningExisting().call(() -> Signature.list("mailboxIndex", mailbox()));
    }

    private byte[] mailbox() {
        return vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
    }
}

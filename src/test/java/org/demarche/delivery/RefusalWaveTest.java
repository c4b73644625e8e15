package org.demarche.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Refusal;
import org.demarche.mail.MailAnswered;
import org.demarche.mail.MailState;
import org.demarche.mail.Purpose;
import org.demarche.mission.Missions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan that is refused by one mission after the other stops by itself, and goes on when a person says so. */
@QuarkusTest
@TestProfile(PauseTest.RelayAway.class)
class RefusalWaveTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    private static final List<String> MISSIONS =
            List.of("cn-jp-osaka", "cn-jp-tokyo", "cn-jp-fukuoka", "cn-jp-nagoya", "cn-jp-niigata", "cn-jp-sapporo");

    @Inject
    Deliveries deliveries;

    @Inject
    PlanRetries retries;

    @Inject
    Missions missions;

    @Inject
    EntityManager database;

    @Inject
    Event<MailAnswered> answered;

    private UUID plan;
    private List<UUID> letters;

    @BeforeEach
    void anApprovedPlan() {
        var known = MISSIONS.stream()
                .filter(code -> missions.byCode(code).isPresent())
                .toList();
        known.forEach(code -> missions.verify(code, code + "@example.org", "", "asker"));
        assertThat(known).hasSizeGreaterThanOrEqualTo(6);
        plan = deliveries.ask(CAMPAIGN, known, DeliveryContent.PETITION, null, "asker").id;
        deliveries.approve(CAMPAIGN, plan, "approver");
        letters = QuarkusTransaction.requiringNew()
                .call(() -> Delivery.of(DeliveryPlan.<DeliveryPlan>findById(plan)).stream()
                        .map(d -> d.id)
                        .toList());
    }

    @Test
    void oneInTwoAndAtLeastFiveIsAWave() {
        assertThat(RefusalWave.isWave(4, 4)).isFalse();
        assertThat(RefusalWave.isWave(5, 5)).isTrue();
        assertThat(RefusalWave.isWave(5, 10)).isTrue();
        assertThat(RefusalWave.isWave(5, 11)).isFalse();
    }

    @Test
    void aWaveOfRefusalsPausesTheRestAndSaysWhy() {
        letters.subList(0, 5).forEach(this::isRefused);
        await().atMost(Duration.ofSeconds(10)).until(() -> state() == PlanState.PAUSED);
        assertThat(reason()).contains("5 of the last 5");
        assertThat(mail(letters.get(5))).isEqualTo("HELD");
        assertThatThrownBy(() -> retries.retry(CAMPAIGN, plan, "asker")).isInstanceOf(Refusal.class);
        deliveries.resume(CAMPAIGN, plan, "asker");
        assertThat(retries.retry(CAMPAIGN, plan, "asker")).isEqualTo(5);
        assertThat(mail(letters.getFirst())).isIn("QUEUED", "SENDING");
        assertThat(reason()).isNull();
    }

    @Test
    void afterAResumeOldRefusalsDoNotPauseAgain() {
        letters.subList(0, 5).forEach(this::isRefused);
        await().atMost(Duration.ofSeconds(10)).until(() -> state() == PlanState.PAUSED);
        deliveries.resume(CAMPAIGN, plan, "asker");
        isRefused(letters.get(5));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> state() == PlanState.APPROVED);
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void theDeskSeesHowFarItIs() {
        isRefused(letters.getFirst());
        var progress = deliveries.progress(CAMPAIGN, plan);
        assertThat(progress.total()).isEqualTo(letters.size());
        assertThat(progress.moves()).isTrue();
        io.restassured.RestAssured.given()
                .get("/desk/deliveries/" + CAMPAIGN + "/" + plan + "/progress")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("0 of " + letters.size() + " accepted"))
                .body(org.hamcrest.Matchers.containsString("1 held for a person"));
        io.restassured.RestAssured.given().get("/desk/deliveries").then().statusCode(200);
    }

    @Test
    void aScriptHasNoMailboxForATrial() {
        assertThatThrownBy(() -> retries.test(CAMPAIGN, plan, "asker")).hasMessageContaining("no mailbox");
    }

    private void isRefused(UUID letter) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update mail set state = 'HELD', hold = 'REFUSED' where reference = ?1")
                    .setParameter(1, letter)
                    .executeUpdate();
            answered.fire(new MailAnswered(
                    UUID.randomUUID(), Purpose.MISSION_LETTER, letter, MailState.HELD, 1, "550 5.7.1 no"));
        });
    }

    private PlanState state() {
        return QuarkusTransaction.requiringNew().call(() -> DeliveryPlan.<DeliveryPlan>findById(plan).state);
    }

    private String reason() {
        return QuarkusTransaction.requiringNew().call(() -> DeliveryPlan.<DeliveryPlan>findById(plan).pauseReason);
    }

    private String mail(UUID letter) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("select state from mail where reference = ?1")
                        .setParameter(1, letter)
                        .getSingleResult());
    }
}

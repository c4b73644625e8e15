package org.demarche.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.mail.MailAnswered;
import org.demarche.mail.MailRetrying;
import org.demarche.mail.MailState;
import org.demarche.mail.Purpose;
import org.demarche.mission.Missions;
import org.demarche.signing.news.News;
import org.demarche.signing.news.NewsUpdate;
import org.demarche.signing.news.NewsWave;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pause stops what comes back from the relay too, and nobody lets a letter go past the plan it belongs to. */
@QuarkusTest
@TestProfile(PauseTest.RelayAway.class)
class PauseTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    /** A relay that never answers, so that letters wait in the queue. */
    public static final class RelayAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.databases.h2.url", "jdbc:h2:mem:pause;DB_CLOSE_DELAY=-1",
                    "demarche.smtp-url", "smtp://127.0.0.1:9",
                    "demarche.mail-relay-pause", "1H",
                    "demarche.quiet-hours", "off");
        }
    }

    @Inject
    Deliveries deliveries;

    @Inject
    Missions missions;

    @Inject
    EntityManager database;

    @Inject
    Event<MailAnswered> answered;

    @Inject
    Event<MailRetrying> retrying;

    @Inject
    News news;

    @Inject
    NewsWave wave;

    private UUID plan;

    @BeforeEach
    void anApprovedPlan() {
        missions.verify("cn-jp-osaka", "osaka@example.org", "", "asker");
        plan = deliveries.ask(CAMPAIGN, List.of("cn-jp-osaka"), DeliveryContent.PETITION, null, "asker").id;
        deliveries.approve(CAMPAIGN, plan, "approver");
    }

    @Test
    void aLetterThatComesBackFromTheRelayOfAPausedPlanWaits() {
        deliveries.pause(CAMPAIGN, plan, "asker");
        comesBack();
        assertThat(mail()).isEqualTo("HELD");
    }

    @Test
    void aLetterThatComesBackFromTheRelayOfACancelledPlanIsCancelled() {
        deliveries.cancel(CAMPAIGN, plan, "asker");
        comesBack();
        assertThat(mail()).isEqualTo("CANCELLED");
    }

    @Test
    void aResumedPlanIsUnderWayAgain() {
        deliveries.pause(CAMPAIGN, plan, "asker");
        assertThat(mail()).isEqualTo("HELD");
        deliveries.resume(CAMPAIGN, plan, "asker");
        assertThat(mail()).isNotEqualTo("HELD");
        assertThat(QuarkusTransaction.requiringNew().call(() -> DeliveryPlan.<DeliveryPlan>findById(plan).state))
                .isEqualTo(PlanState.APPROVED);
    }

    @Test
    void aLetterOfAPlanThatIsNotUnderWayIsNotTriedAgain() {
        tryAgain();
        deliveries.pause(CAMPAIGN, plan, "asker");
        assertThatThrownBy(this::tryAgain).isInstanceOf(Refusal.class);
        deliveries.cancel(CAMPAIGN, plan, "asker");
        assertThatThrownBy(this::tryAgain).isInstanceOf(Refusal.class);
    }

    @Test
    void oneNameInTwoSpellingsIsOnePerson() {
        var second = deliveries.ask(CAMPAIGN, List.of("cn-jp-osaka"), DeliveryContent.PETITION, null, "Kim  Lee").id;
        assertThatThrownBy(() -> deliveries.approve(CAMPAIGN, second, "kim lee"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deliveries.approve(CAMPAIGN, second, "Ｋim lee"))
                .isInstanceOf(Refusal.class);
    }

    private void tryAgain() {
        QuarkusTransaction.requiringNew().run(() -> retrying.fire(new MailRetrying(delivery())));
    }

    /** As it is when the relay refused for now what was under way while somebody pressed the button. */
    private void comesBack() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update mail set state = 'QUEUED', hold = null where reference = ?1")
                    .setParameter(1, delivery())
                    .executeUpdate();
            answered.fire(new MailAnswered(
                    UUID.randomUUID(), Purpose.MISSION_LETTER, delivery(), MailState.QUEUED, 1, "450 later"));
        });
    }

    private UUID delivery() {
        return Delivery.of(DeliveryPlan.findById(plan)).getFirst().id;
    }

    private String mail() {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("select state from mail where reference = ?1")
                        .setParameter(1, delivery())
                        .getSingleResult());
    }

    /** Many mails of one matter stop and go on by one statement. */
    @Test
    void aPausedUpdateWaitsWholeAndGoesOnWithoutAnybodyTwice() {
        for (int i = 0; i < 3; i++) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("name", "Hana", "email", "news-" + i + "@example.org", "country", "JP", "news", true))
                    .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                    .then()
                    .statusCode(202);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("update Signature set status = CONFIRMED where news = true")
                        .executeUpdate());
        var update = news.ask(CAMPAIGN, Map.of(Language.EN, new NewsUpdate.Words("Since then", "Thanks.")), "asker").id;
        news.approve(CAMPAIGN, update, "approver");
        await().atMost(Duration.ofSeconds(30)).until(() -> mails(update, "QUEUED") == 3);
        wave.pause(CAMPAIGN, update, "asker");
        assertThat(mails(update, "HELD")).isEqualTo(3);
        wave.resume(CAMPAIGN, update, "asker");
        assertThat(mails(update, "QUEUED")).isEqualTo(3);
        wave.pause(CAMPAIGN, update, "asker");
        wave.stop(CAMPAIGN, update, "asker");
        assertThat(mails(update, "CANCELLED")).isEqualTo(3);
        assertThatThrownBy(() -> wave.resume(CAMPAIGN, update, "asker")).isInstanceOf(Refusal.class);
    }

    private long mails(UUID update, String state) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Number)
                        database.createNativeQuery("select count(*) from mail where reference = ?1 and state = ?2")
                                .setParameter(1, update)
                                .setParameter(2, state)
                                .getSingleResult())
                .longValue();
    }
}

package org.demarche.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.demarche.FreshSlug;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignScheduleTest {

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignSchedule schedule;

    @Inject
    Clock clock;

    private String scheduled(Instant opens, Instant closes) {
        var slug = FreshSlug.of("timed");
        campaigns.create(
                new CampaignForm(
                        slug,
                        "xi-petition",
                        Map.of("en", "Timed"),
                        Map.of(),
                        Map.of(),
                        10,
                        "Asia/Tokyo",
                        clock.instant().plus(Duration.ofHours(1)),
                        null,
                        List.of("cn-jp-tokyo"),
                        null,
                        null,
                        null),
                "asker");
        campaigns.schedule(slug, "asker");
        QuarkusTransaction.requiringNew()
                .run(() -> Campaign.update("opensAt = ?1, closesAt = ?2 where slug = ?3", opens, closes, slug));
        return slug;
    }

    private static Campaign now(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> Campaign.named(slug));
    }

    @Test
    void opensAtItsTimeAndNotBefore() {
        var now = clock.instant();
        var due = scheduled(now.minusSeconds(1), null);
        var later = scheduled(now.plusSeconds(600), null);
        schedule.run();
        assertThat(now(due).state).isEqualTo(CampaignState.OPEN);
        assertThat(now(due).openedAt).isNotNull();
        assertThat(now(later).state).isEqualTo(CampaignState.SCHEDULED);
    }

    @Test
    void closesAtItsTimeHoweverLateAnybodyLooks() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var slug = scheduled(now.minusSeconds(60), now.plusSeconds(60));
        schedule.run();
        var closing = now.minusSeconds(30);
        QuarkusTransaction.requiringNew().run(() -> Campaign.update("closesAt = ?1 where slug = ?2", closing, slug));
        schedule.run();
        assertThat(now(slug).state).isEqualTo(CampaignState.CLOSED);
        assertThat(now(slug).closedAt).isEqualTo(closing);
    }

    @Test
    void whatIsOverBeforeItBeganWaitsForAPerson() {
        var now = clock.instant();
        var slug = scheduled(now.minusSeconds(60), now.minusSeconds(30));
        schedule.run();
        assertThat(now(slug).state).isEqualTo(CampaignState.SCHEDULED);
    }
}

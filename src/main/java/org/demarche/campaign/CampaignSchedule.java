package org.demarche.campaign;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Audited;
import org.jboss.logging.Logger;

/** Opens and closes campaigns at their time, on whichever node comes to it first. */
@ApplicationScoped
public class CampaignSchedule {

    private static final Logger LOG = Logger.getLogger(CampaignSchedule.class);

    /** How late a campaign may open; signing ends to the second, for the form looks at the time itself. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final String ACTOR = "system";

    private final Clock clock;
    private final Event<Audited> audit;

    CampaignSchedule(Clock clock, Event<Audited> audit) {
        this.clock = clock;
        this.audit = audit;
    }

    @Produces
    @Singleton
    Task<Void> scheduleTask() {
        return Tasks.recurring("open-and-close-campaigns", FixedDelay.of(EVERY)).execute((instance, context) -> run());
    }

    /** Takes every step that is due; one that fails is tried again and keeps no other back. */
    public void run() {
        var now = clock.instant();
        for (var id : due(now)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> step(id, now));
            } catch (RuntimeException e) {
                LOG.errorf(e, "campaign %s could not be moved at its time", id);
            }
        }
    }

    private static List<UUID> due(Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Campaign.getEntityManager()
                        .createQuery(
                                "select c.id from Campaign c where c.state = ?1 and c.opensAt <= ?3"
                                        + " and (c.closesAt is null or c.closesAt > ?3)"
                                        + " or c.state = ?2 and c.closesAt <= ?3",
                                UUID.class)
                        .setParameter(1, CampaignState.SCHEDULED)
                        .setParameter(2, CampaignState.OPEN)
                        .setParameter(3, now)
                        .getResultList());
    }

    private void step(UUID id, Instant now) {
        Campaign campaign = Campaign.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (campaign.opensBy(now)) {
            campaign.open(now);
            audit.fire(new Audited(ACTOR, "campaign.open", campaign.slug, "at its time"));
        } else if (campaign.closesBy(now)) {
            campaign.close(campaign.closesAt);
            audit.fire(new Audited(ACTOR, "campaign.close", campaign.slug, "at its time"));
        }
    }
}

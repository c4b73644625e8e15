package org.demarche.signing.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.privacy.Scopes;
import org.demarche.signing.Signature;
import org.demarche.signing.ledger.Ledger;
import org.jboss.logging.Logger;

/** Erases the persons of a campaign, batch by batch, and destroys its key last; begun again, it goes on where it stopped. */
@ApplicationScoped
public class RetentionRun {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("erase-campaign");

    private static final Logger LOG = Logger.getLogger(RetentionRun.class);
    private static final int BATCH = 100;
    private static final Duration LOOK_EVERY = Duration.ofHours(6);

    private final Instance<HoldsPersonalData> holders;
    private final Ledger ledger;
    private final Scopes scopes;
    private final Event<CampaignForgotten> forgotten;
    private final Event<Audited> audit;
    private final Clock clock;

    RetentionRun(
            Instance<HoldsPersonalData> holders,
            Ledger ledger,
            Scopes scopes,
            Event<CampaignForgotten> forgotten,
            Event<Audited> audit,
            Clock clock) {
        this.holders = holders;
        this.ledger = ledger;
        this.scopes = scopes;
        this.forgotten = forgotten;
        this.audit = audit;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> eraseTask() {
        return Tasks.oneTime(TASK).execute((instance, context) -> erase(UUID.fromString(instance.getId())));
    }

    @Produces
    @Singleton
    Task<Void> askTask() {
        return Tasks.recurring("ask-for-erasure", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> askForWhatIsDue());
    }

    /** When the day has come, the calendar asks, and one person is enough to approve: no clock erases by itself. */
    void askForWhatIsDue() {
        QuarkusTransaction.requiringNew()
                .run(() -> Campaign.<Campaign>listAll().forEach(campaign -> {
                    var plan = Retention.of(campaign);
                    var now = clock.instant();
                    if (!plan.isAsked()
                            && plan.due(campaign)
                                    .filter(due -> !now.isBefore(due))
                                    .isPresent()) {
                        plan.ask(campaign, Retention.SYSTEM, now);
                        audit.fire(new Audited(Retention.SYSTEM, "retention.ask", campaign.slug, "its time is over"));
                    }
                }));
    }

    void erase(UUID campaign) {
        int erased;
        do {
            erased = QuarkusTransaction.requiringNew().call(() -> eraseSome(campaign));
        } while (erased > 0);
        QuarkusTransaction.requiringNew().run(() -> finish(campaign));
        LOG.infof("the persons of campaign %s are erased", campaign);
    }

    private int eraseSome(UUID id) {
        Campaign campaign = Campaign.findById(id);
        var plan = Retention.of(campaign);
        if (!plan.isApproved()) {
            return 0;
        }
        List<Signature> some = Signature.<Signature>find("campaign = ?1 and sealedPerson is not null", campaign)
                .page(0, BATCH)
                .withLock(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .list();
        for (var signature : some) {
            holders.forEach(holder -> holder.erase(signature.id));
            ledger.forget(signature.id);
            signature.anonymise();
        }
        plan.erased += some.size();
        return some.size();
    }

    private void finish(UUID id) {
        Campaign campaign = Campaign.findById(id);
        var plan = Retention.of(campaign);
        if (!plan.isApproved() || plan.doneAt != null) {
            return;
        }
        plan.doneAt = clock.instant();
        forgotten.fire(new CampaignForgotten(id, campaign.slug));
        audit.fire(new Audited(Retention.SYSTEM, "retention.done", campaign.slug, plan.erased + " signatures"));
        scopes.destroy(Scopes.ofCampaign(campaign.slug));
    }
}

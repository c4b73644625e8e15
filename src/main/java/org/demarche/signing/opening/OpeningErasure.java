package org.demarche.signing.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.demarche.campaign.CampaignState;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.signing.retention.CampaignForgotten;

/** Keeps the promise of the form: who was reminded, did not confirm or waits for nothing is forgotten, mails and all. */
@ApplicationScoped
class OpeningErasure {

    /** So long a mail may take to arrive. */
    private static final Duration AFTER_REMINDING = Duration.ofDays(2);

    /** Whoever never opens a campaign does not keep those who wait for it. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private static final Set<CampaignState> OVER =
            Set.of(CampaignState.CLOSED, CampaignState.DELIVERED, CampaignState.ARCHIVED);

    private static final int BATCH = 500;

    private final Instance<HoldsPersonalData> holders;
    private final Clock clock;

    OpeningErasure(Instance<HoldsPersonalData> holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    /** Returns how many were erased. */
    int eraseOver() {
        int erased = 0;
        List<UUID> over;
        do {
            over = QuarkusTransaction.requiringNew().call(this::over);
            over.forEach(id -> QuarkusTransaction.requiringNew().run(() -> erase(id)));
            erased += over.size();
        } while (over.size() == BATCH);
        return erased;
    }

    private List<UUID> over() {
        var now = clock.instant();
        return OpeningReminder.getEntityManager()
                .createQuery(
                        "select r.id from OpeningReminder r where r.remindedAt < ?1 or r.askedAt < ?2"
                                + " or (r.confirmedAt is null and r.askedAt < ?3) or r.campaign.state in ?4",
                        UUID.class)
                .setParameter(1, now.minus(AFTER_REMINDING))
                .setParameter(2, now.minus(LONGEST))
                .setParameter(3, now.minus(OpeningReminder.CONFIRM_WITHIN))
                .setParameter(4, OVER)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** With the mails that were written to it. Joins the caller's transaction. */
    void erase(UUID id) {
        holders.forEach(holder -> holder.erase(id));
        OpeningReminder.deleteById(id);
    }

    void forget(@Observes CampaignForgotten campaign) {
        OpeningReminder.delete("campaign.id", campaign.campaign());
    }
}

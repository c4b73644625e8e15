package org.demarche.signing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignConfig;
import org.demarche.campaign.Tally;
import org.demarche.signing.ledger.Ledger;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The lagging count: signing never touches a shared row; this task appends what was confirmed since the last run to
 * the ledger and moves the totals, in one transaction under the campaign's lock.
 */
@ApplicationScoped
public class Counting {

    private static final Logger LOG = Logger.getLogger(Counting.class);

    /** Signatures moved in one transaction: a second of work at most, so that the lock is never held long. */
    private static final int BATCH = 1_000;

    /** Jakarta Persistence's word for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    private final Tally tally;
    private final Ledger ledger;
    private final Clock clock;

    Counting(Tally tally, Ledger ledger, Clock clock) {
        this.tally = tally;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> countTask(CampaignConfig config) {
        return Tasks.recurring("count-signatures", FixedDelay.of(config.countEvery()))
                .execute((instance, context) -> count());
    }

    /** Counts every campaign that has something to count; one campaign's failure does not stop the others. */
    public void count() {
        for (var campaign : campaignsToCount()) {
            try {
                int moved;
                do {
                    moved = QuarkusTransaction.requiringNew().call(() -> countBatch(campaign));
                } while (moved == BATCH);
            } catch (RuntimeException e) {
                LOG.errorf(e, "counting campaign %s failed; tried again in the next round", campaign);
            }
        }
    }

    private List<UUID> campaignsToCount() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.getEntityManager()
                        .createQuery(
                                "select distinct s.campaign.id from Signature s where s.counted = false and s.status = ?1"
                                        + " or s.counted = true and s.status <> ?1",
                                UUID.class)
                        .setParameter(1, SignatureStatus.CONFIRMED)
                        .getResultList());
    }

    private int countBatch(UUID id) {
        Campaign campaign = Campaign.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        var steps = new HashMap<Tally.Cell, Long>();
        var arrived = free("campaign = ?1 and counted = false and status = ?2 order by confirmedAt, id", campaign);
        var left = free("campaign = ?1 and counted = true and status <> ?2", campaign);
        // Asked before a row is touched: each question makes Hibernate look through all rows for changes to write
        // first.
        var held = ledger.held(arrived.stream().map(s -> s.id).toList());
        Signature.getEntityManager().unwrap(Session.class).setJdbcBatchSize(BATCH);
        arrived.forEach(s -> step(steps, campaign, s, 1));
        left.forEach(s -> step(steps, campaign, s, -1));
        // A released signature is counted again, but its leaf is in the ledger already.
        var fresh = arrived.stream()
                .filter(s -> !held.contains(s.id))
                .map(s -> new Ledger.Signed(s.id, s.country, s.letterVersion, s.confirmedAt))
                .toList();
        if (!fresh.isEmpty()) {
            ledger.append(campaign, fresh, now);
        }
        if (!steps.isEmpty()) {
            tally.add(id, steps, now);
        }
        return Math.max(arrived.size(), left.size());
    }

    /** Signatures that nobody is changing just now, held; who is withdrawing has their turn first. */
    private static List<Signature> free(String where, Campaign campaign) {
        return Signature.<Signature>find(where, campaign, SignatureStatus.CONFIRMED)
                .page(0, BATCH)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .list();
    }

    private static void step(Map<Tally.Cell, Long> steps, Campaign campaign, Signature signature, long by) {
        signature.counted = by > 0;
        steps.merge(
                new Tally.Cell(
                        signature.country, day(signature.confirmedAt, campaign.zoneId()), signature.origin.name()),
                by,
                Long::sum);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}

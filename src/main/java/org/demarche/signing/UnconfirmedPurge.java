package org.demarche.signing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demarche.privacy.HoldsPersonalData;
import org.jboss.logging.Logger;

/** Keeps the promise on the page: what nobody confirmed in time is erased, with its mails and its own letters. */
@ApplicationScoped
public class UnconfirmedPurge {

    private static final Logger LOG = Logger.getLogger(UnconfirmedPurge.class);
    private static final Duration EVERY = Duration.ofHours(1);

    /** Rows looked up at a time; each is erased in a transaction of its own. */
    private static final int BATCH = 500;

    private final Instance<HoldsPersonalData> holders;
    private final Event<UnconfirmedOver> over;
    private final Clock clock;

    UnconfirmedPurge(Instance<HoldsPersonalData> holders, Event<UnconfirmedOver> over, Clock clock) {
        this.holders = holders;
        this.over = over;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> purgeTask() {
        return Tasks.recurring("erase-unconfirmed", FixedDelay.of(EVERY)).execute((instance, context) -> purge());
    }

    /** Erases what is over its time; returns how many signatures that were. */
    public int purge() {
        int erased = 0;
        List<UUID> late;
        do {
            late = late();
            int before = erased;
            for (var id : late) {
                erased += QuarkusTransaction.requiringNew().call(() -> erase(id)) ? 1 : 0;
            }
            if (erased == before) {
                break;
            }
        } while (late.size() == BATCH);
        QuarkusTransaction.requiringNew().run(() -> over.fire(new UnconfirmedOver(clock.instant())));
        LOG.debugf("erased %d unconfirmed signatures", erased);
        return erased;
    }

    private List<UUID> late() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.getEntityManager()
                        .createQuery(
                                "select s.id from Signature s where s.confirmedAt is null and s.confirmBy < ?1",
                                UUID.class)
                        .setParameter(1, clock.instant())
                        .setMaxResults(BATCH)
                        .getResultList());
    }

    private boolean erase(UUID id) {
        Signature signature = Signature.findById(id, LockModeType.PESSIMISTIC_WRITE);
        // Confirmed or asked for anew while we came to it: then it stays.
        if (signature == null || signature.confirmedAt != null || !signature.confirmBy.isBefore(clock.instant())) {
            return false;
        }
        holders.forEach(holder -> holder.erase(id));
        Signature.flush();
        return Signature.deleteById(id);
    }
}

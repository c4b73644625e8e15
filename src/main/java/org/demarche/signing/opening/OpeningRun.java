package org.demarche.signing.opening;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.CampaignState;
import org.demarche.privacy.Vault;

/** Writes to those who wait, once, when the campaign has opened. */
@ApplicationScoped
class OpeningRun {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    private final OpeningMail mail;
    private final OpeningErasure erasure;
    private final Vault vault;
    private final Clock clock;

    OpeningRun(OpeningMail mail, OpeningErasure erasure, Vault vault, Clock clock) {
        this.mail = mail;
        this.erasure = erasure;
        this.vault = vault;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> openingTask() {
        return Tasks.recurring("remind-of-opening", FixedDelay.of(EVERY)).execute((instance, context) -> {
            remind();
            erasure.eraseOver();
        });
    }

    /** Returns how many were written to. */
    int remind() {
        int reminded = 0;
        List<UUID> waiting;
        int before;
        do {
            before = reminded;
            waiting = QuarkusTransaction.requiringNew().call(OpeningRun::waiting);
            for (var id : waiting) {
                reminded += QuarkusTransaction.requiringNew().call(() -> remind(id)) ? 1 : 0;
            }
        } while (reminded > before && waiting.size() == BATCH);
        return reminded;
    }

    private static List<UUID> waiting() {
        return OpeningReminder.getEntityManager()
                .createQuery(
                        "select r.id from OpeningReminder r where r.confirmedAt is not null and r.remindedAt is null"
                                + " and r.campaign.state = ?1 order by r.confirmedAt",
                        UUID.class)
                .setParameter(1, CampaignState.OPEN)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private boolean remind(UUID id) {
        OpeningReminder reminder = OpeningReminder.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        if (reminder == null || reminder.remindedAt != null || !reminder.campaign.takesSignatures(now)) {
            return false;
        }
        mail.tell(reminder, reminder.address(vault));
        reminder.remindedAt = now;
        return true;
    }
}

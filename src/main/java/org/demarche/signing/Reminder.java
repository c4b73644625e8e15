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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demarche.privacy.Vault;

/** Reminds whoever has not confirmed, once, while the link still works. */
@ApplicationScoped
public class Reminder {

    /** Most who confirm do so within the hour; two days are past any busy weekend. */
    private static final Duration AFTER = Duration.ofDays(2);

    /** Less is no time to find a mail. */
    private static final Duration BEFORE_END = Duration.ofDays(1);

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int BATCH = 500;

    private final SignerMail mail;
    private final Vault vault;
    private final Clock clock;

    Reminder(SignerMail mail, Vault vault, Clock clock) {
        this.mail = mail;
        this.vault = vault;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> remindTask() {
        return Tasks.recurring("remind-unconfirmed", FixedDelay.of(EVERY)).execute((instance, context) -> remind());
    }

    /** Returns how many were reminded. */
    int remind() {
        int reminded = 0;
        for (var id : waiting()) {
            reminded += QuarkusTransaction.requiringNew().call(() -> remind(id)) ? 1 : 0;
        }
        return reminded;
    }

    private List<UUID> waiting() {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.getEntityManager()
                        .createQuery(
                                "select s.id from Signature s where s.status = ?1 and s.remindedAt is null"
                                        + " and s.undeliverable = false and s.createdAt < ?2 and s.confirmBy > ?3"
                                        + " order by s.createdAt",
                                UUID.class)
                        .setParameter(1, SignatureStatus.PENDING)
                        .setParameter(2, now.minus(AFTER))
                        .setParameter(3, now.plus(BEFORE_END))
                        .setMaxResults(BATCH)
                        .getResultList());
    }

    private boolean remind(UUID id) {
        var now = clock.instant();
        Signature signature = Signature.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (signature == null
                || signature.remindedAt != null
                || !signature.mayMailConfirmation()
                || !signature.campaign.takesSignatures(now)) {
            return false;
        }
        mail.remind(signature, signature.person(vault), signature.remind(now));
        return true;
    }
}

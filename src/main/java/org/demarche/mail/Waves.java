package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;

/**
 * Pauses, resumes and takes back the many mails of one matter by one statement, however many they are; nobody is told of
 * each. What is under way goes on.
 */
@ApplicationScoped
public class Waves {

    private final MailConfig config;
    private final DemarcheConfig house;
    private final Clock clock;
    private final Event<Outbox.Queued> queued;

    Waves(MailConfig config, DemarcheConfig house, Clock clock, Event<Outbox.Queued> queued) {
        this.config = config;
        this.house = house;
        this.clock = clock;
        this.queued = queued;
    }

    /** Holds what waits in the queue, until {@link #release}; gives how many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int hold(UUID reference) {
        return Mail.update(
                "state = ?1, hold = ?2 where reference = ?3 and state = ?4",
                MailState.HELD,
                Hold.ASKED,
                reference,
                MailState.QUEUED);
    }

    /** Lets go what {@link #hold} holds; gives how many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int release(UUID reference) {
        if (config.smtpUrl().isEmpty() && house.worker()) {
            return Mail.update(
                    "hold = ?1, lastAnswer = ?2 where reference = ?3 and hold = ?4",
                    Hold.NO_RELAY,
                    Mail.KEPT,
                    reference,
                    Hold.ASKED);
        }
        var released = Mail.update(
                "state = ?1, hold = null, dueAt = ?2 where reference = ?3 and hold = ?4",
                MailState.QUEUED,
                clock.instant(),
                reference,
                Hold.ASKED);
        for (var lane : Lane.values()) {
            queued.fire(new Outbox.Queued(lane));
        }
        return released;
    }

    /** Takes back what has not left; gives how many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int cancel(UUID reference) {
        return Mail.update(
                "state = ?1, hold = null where reference = ?2 and (state = ?3 or state = ?4)",
                MailState.CANCELLED,
                reference,
                MailState.QUEUED,
                MailState.HELD);
    }
}

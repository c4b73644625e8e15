package org.demarche.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.mail.Outbox;
import org.jboss.logging.Logger;

/**
 * Pauses a plan whose letters are refused one after the other, before the rest of them is spent on the same reason: a
 * block list, a wrong sender, a policy. A person looks, puts it right, resumes and tries the refused ones again.
 */
@ApplicationScoped
class RefusalWave {

    private static final Logger LOG = Logger.getLogger(RefusalWave.class);

    /** A letter of this plan was just refused. */
    record Refused(UUID plan) {}

    /** Fewer say nothing yet. */
    private static final long AT_LEAST = 5;

    private static final String REASON = "paused by itself: %d of the last %d answers were refusals";

    private final Outbox outbox;
    private final Clock clock;
    private final Event<Audited> audit;

    RefusalWave(Outbox outbox, Clock clock, Event<Audited> audit) {
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    /** Every second answer, and at least five. */
    static boolean isWave(long refused, long answers) {
        return refused >= AT_LEAST && 2 * refused >= answers;
    }

    /** On a thread of its own, since the answer's transaction still holds its mail while others wait for the plan. */
    void rises(@Observes(during = TransactionPhase.AFTER_SUCCESS) Refused refused) {
        Thread.ofVirtual().name("refusal-wave").start(() -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> look(refused.plan()));
            } catch (RuntimeException nextRefusalLooksAgain) {
                LOG.errorf(nextRefusalLooksAgain, "plan %s cannot be looked at", refused.plan());
            }
        });
    }

    private void look(UUID id) {
        var plan = DeliveryPlan.held(id);
        if (plan.state != PlanState.APPROVED) {
            return;
        }
        var since = plan.resumedAt == null ? plan.approval.approvedAt() : plan.resumedAt;
        var refused = Delivery.count(
                "plan = ?1 and updatedAt >= ?2 and (state in ?3 or state = ?4 and attempts > 0)",
                plan,
                since,
                List.of(DeliveryState.BOUNCED, DeliveryState.REFUSED),
                DeliveryState.HELD);
        var accepted =
                Delivery.count("plan = ?1 and updatedAt >= ?2 and state = ?3", plan, since, DeliveryState.ACCEPTED);
        if (isWave(refused, refused + accepted)) {
            plan.pause(REASON.formatted(refused, refused + accepted));
            Delivery.of(plan).forEach(delivery -> outbox.hold(delivery.id));
            audit.fire(new Audited("system", "delivery.pause", id.toString(), plan.pauseReason));
            LOG.warnf("plan %s %s", id, plan.pauseReason);
        }
    }
}

package org.demarche.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.demarche.mail.MailAnswered;
import org.demarche.mail.MailRetrying;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;

/** Hears what became of the mails and tells their deliveries. */
@ApplicationScoped
class DeliveryAnswers {

    private final Outbox outbox;
    private final Clock clock;
    private final Event<RefusalWave.Refused> refused;

    DeliveryAnswers(Outbox outbox, Clock clock, Event<RefusalWave.Refused> refused) {
        this.outbox = outbox;
        this.clock = clock;
        this.refused = refused;
    }

    void answered(@Observes MailAnswered answered) {
        if (answered.reference() == null || answered.purpose() != Purpose.MISSION_LETTER) {
            return;
        }
        Delivery.<Delivery>findByIdOptional(answered.reference()).ifPresent(delivery -> {
            delivery.move(DeliveryState.of(answered.state()), answered.answer(), clock.instant());
            delivery.attempts = answered.attempts();
            switch (answered.state()) {
                case QUEUED -> keepBack(delivery);
                case HELD, HARD_BOUNCED, SOFT_BOUNCED -> refused.fire(new RefusalWave.Refused(delivery.plan.id));
                case SENDING, ACCEPTED, UNKNOWN, SUPPRESSED, CANCELLED -> {}
            }
        });
    }

    /** A letter that was under way when its plan was paused or cancelled, and comes back unsent, does not go again. */
    private void keepBack(Delivery delivery) {
        switch (DeliveryPlan.held(delivery.plan.id).state) {
            case PAUSED -> outbox.hold(delivery.id);
            case CANCELLED -> outbox.cancel(delivery.id);
            case AWAITING_APPROVAL, APPROVED -> {}
        }
    }

    /** No way round an approval, a pause, or the end of a campaign. */
    void retrying(@Observes MailRetrying mail) {
        Delivery.<Delivery>findByIdOptional(mail.reference())
                .map(delivery -> DeliveryPlan.held(delivery.plan.id))
                .ifPresent(DeliveryPlan::requireUnderWay);
    }
}

package org.demarche.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.demarche.signing.letters.LetterProgress;

/** Tells the writers of own letters what their deliveries know. */
@ApplicationScoped
class SupporterProgress implements LetterProgress {

    @Override
    @Transactional
    public Stage of(UUID ownLetter) {
        return Delivery.<Delivery>find("ownLetterId = ?1 and state <> ?2", ownLetter, DeliveryState.CANCELLED)
                .firstResultOptional()
                .map(SupporterProgress::stage)
                .orElse(Stage.WAITING);
    }

    private static Stage stage(Delivery delivery) {
        return switch (delivery.state) {
            case HELD -> delivery.mailId == null ? Stage.WAITING : Stage.QUEUED;
            case QUEUED, SENDING -> Stage.QUEUED;
            case ACCEPTED -> Stage.SERVER;
            case REFUSED, SUPPRESSED -> Stage.REFUSED;
            case BOUNCED -> Stage.RETURNED;
            case UNKNOWN -> Stage.UNKNOWN;
            case CANCELLED -> Stage.WAITING;
        };
    }
}

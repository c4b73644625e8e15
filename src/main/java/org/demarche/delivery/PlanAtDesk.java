package org.demarche.delivery;

import java.util.List;
import java.util.UUID;

/**
 * A plan with its letters.
 *
 * @param replyTo where answers go instead of the sender; null for the sender
 * @param mine whether the person at the desk asked for it and so cannot approve it
 */
public record PlanAtDesk(
        UUID id,
        String slug,
        String title,
        PlanState state,
        String askedBy,
        String askedAt,
        String approvedBy,
        String replyTo,
        boolean mine,
        PlanProgress progress,
        List<Letter> letters) {

    /**
     * @param own the delivery by which a supporter's own letter can be read; null for the campaign's
     * @param replies answers that came back, by hand or machine
     */
    public record Letter(
            UUID id,
            String mission,
            String to,
            DeliveryState state,
            int attempts,
            String answer,
            UUID own,
            long replies) {

        static Letter of(Delivery d, String mission, long replies) {
            return new Letter(
                    d.id,
                    mission,
                    d.address,
                    d.state,
                    d.attempts,
                    d.answer,
                    d.ownLetterId == null ? null : d.id,
                    replies);
        }
    }
}

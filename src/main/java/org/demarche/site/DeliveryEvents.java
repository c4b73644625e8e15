package org.demarche.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.bundle.handover.Handover;
import org.demarche.campaign.Campaign;
import org.demarche.delivery.DeliveriesView.Outcome;
import org.demarche.delivery.Delivery;
import org.demarche.delivery.DeliveryState;

/** What was delivered of a campaign and what came of it, by hand and by mail, as far as the public should read it. */
@ApplicationScoped
public class DeliveryEvents {

    /**
     * @param mission its code
     * @param handover by hand; null where it went by mail
     */
    public record Event(Instant at, String mission, Outcome outcome, Handover handover) {}

    /** Strictly by time. */
    public List<Event> of(Campaign campaign) {
        // The note of a handover is the staff's own and may name whoever carried the sheets.
        var byHand = Handover.ofCampaign(campaign).stream()
                .map(h -> new Event(h.at, h.bundle.missionCode, Outcome.valueOf(h.outcome.name()), h));
        var byMail = Delivery.ofCampaign(campaign).stream()
                // The minute in which one person's letter left is nobody else's business.
                .filter(d -> d.ownLetterId == null && outcome(d.state) != null)
                .map(d -> new Event(d.updatedAt, d.missionCode, outcome(d.state), null));
        return Stream.concat(byHand, byMail)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    /** Null while nothing has happened that the public should read. */
    private static Outcome outcome(DeliveryState state) {
        return switch (state) {
            case ACCEPTED -> Outcome.SERVER;
            case REFUSED -> Outcome.REFUSED;
            case BOUNCED -> Outcome.RETURNED;
            case UNKNOWN -> Outcome.UNKNOWN;
            case HELD, QUEUED, SENDING, SUPPRESSED, CANCELLED -> null;
        };
    }
}

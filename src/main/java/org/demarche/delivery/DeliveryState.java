package org.demarche.delivery;

import java.util.Locale;
import org.demarche.mail.MailState;

/** What is known of one letter to one mission. {@code ACCEPTED}: taken by the mission's mail server, not yet by anyone. */
public enum DeliveryState {
    HELD,
    QUEUED,
    SENDING,
    ACCEPTED,
    REFUSED,
    BOUNCED,
    UNKNOWN,
    SUPPRESSED,
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState of(MailState mail) {
        return switch (mail) {
            case QUEUED -> QUEUED;
            case HELD -> HELD;
            case SENDING -> SENDING;
            case ACCEPTED -> ACCEPTED;
            case UNKNOWN -> UNKNOWN;
            case SOFT_BOUNCED -> REFUSED;
            case HARD_BOUNCED -> BOUNCED;
            case SUPPRESSED -> SUPPRESSED;
            case CANCELLED -> CANCELLED;
        };
    }
}

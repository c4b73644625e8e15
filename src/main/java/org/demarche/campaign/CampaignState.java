package org.demarche.campaign;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a campaign stands; only the steps named here are possible. */
public enum CampaignState {
    DRAFT,
    SCHEDULED,
    OPEN,
    CLOSED,
    DELIVERED,
    ARCHIVED;

    private Set<CampaignState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SCHEDULED, OPEN);
            case SCHEDULED -> EnumSet.of(DRAFT, OPEN);
            case OPEN -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(OPEN, DELIVERED, ARCHIVED);
            case DELIVERED -> EnumSet.of(ARCHIVED);
            case ARCHIVED -> EnumSet.noneOf(CampaignState.class);
        };
    }

    boolean leadsTo(CampaignState state) {
        return next().contains(state);
    }

    /** Whether the public may read the campaign. */
    public boolean isPublic() {
        return this != DRAFT;
    }

    /** Whether letters may leave for missions. */
    public boolean mayDeliver() {
        return this == OPEN || this == CLOSED || this == DELIVERED;
    }

    /** The state as a word in a sentence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.demarche.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.Refusal;
import org.demarche.mission.Missions;

/**
 * Campaigns as signing needs them, read once a second and not once a signature. What staff change on this node is known
 * at once; a change on another node, after that second.
 */
@ApplicationScoped
class OpenCampaigns {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** @param campaign read only: it belongs to no transaction any more */
    record Known(Campaign campaign, boolean toChina, Instant until) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Missions missions;
    private final Clock clock;

    OpenCampaigns(Missions missions, Clock clock) {
        this.missions = missions;
        this.clock = clock;
    }

    /**
     * The campaign as the public may know it.
     *
     * @throws Refusal 404 where there is none
     */
    Known named(String slug, Instant now) {
        var seen = known.get(slug);
        if (seen != null && now.isBefore(seen.until())) {
            return seen;
        }
        // Of many who find it stale at once, one reads.
        return known.compute(
                slug,
                (name, newest) -> newest != null && now.isBefore(newest.until())
                        ? newest
                        : QuarkusTransaction.requiringNew().call(() -> read(name, now)));
    }

    private Known read(String slug, Instant now) {
        var campaign = Campaign.publicNamed(slug);
        // Loaded as long as there is a transaction.
        campaign.texts.size();
        return new Known(campaign, missions.anyOf("CN", campaign.missions), now.plus(FRESH));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Audited act) {
        known.clear();
    }
}

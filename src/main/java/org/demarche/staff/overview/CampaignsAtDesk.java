package org.demarche.staff.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleState;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.delivery.DeliveryPlan;
import org.demarche.delivery.PlanState;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.export.Export;

/** How the campaigns stand, for the first page of the desk: the newest first. */
@ApplicationScoped
class CampaignsAtDesk {

    private final Tally tally;

    CampaignsAtDesk(Tally tally) {
        this.tally = tally;
    }

    @Transactional
    List<OverviewView.Campaign> list() {
        return Campaign.<Campaign>list("order by createdAt desc").stream()
                .map(this::row)
                .toList();
    }

    private OverviewView.Campaign row(Campaign campaign) {
        return new OverviewView.Campaign(
                campaign.slug,
                campaign.text(Language.EN).title(),
                campaign.state.word(),
                tally.count(campaign.id).signatures(),
                campaign.goal,
                Signature.count("campaign = ?1 and status = ?2", campaign, SignatureStatus.HELD),
                waiting(campaign));
    }

    private static List<OverviewView.Waiting> waiting(Campaign campaign) {
        long deliveries = DeliveryPlan.count("campaign = ?1 and state = ?2", campaign, PlanState.AWAITING_APPROVAL);
        long bundles = Bundle.count("campaign = ?1 and state = ?2", campaign, BundleState.AWAITING_APPROVAL);
        return Stream.of(
                        new OverviewView.Waiting(deliveries, "delivery", "/desk/deliveries?campaign=" + campaign.slug),
                        new OverviewView.Waiting(bundles, "bundle", "/desk/bundles?campaign=" + campaign.slug),
                        new OverviewView.Waiting(Export.waiting(campaign), "export", "/desk/exports/" + campaign.slug))
                .filter(kind -> kind.n() > 0)
                .toList();
    }
}

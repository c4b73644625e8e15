package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.demarche.signing.retention.CampaignForgotten;

/** Deletes the printed volumes of a campaign whose signers are erased; their digests stay, so that paper can be checked. */
@ApplicationScoped
class BundleShredding {

    private final BundleFiles files;

    BundleShredding(BundleFiles files) {
        this.files = files;
    }

    void shred(@Observes CampaignForgotten forgotten) {
        List<UUID> bundles = Bundle.<Bundle>list("campaign.id", forgotten.campaign()).stream()
                .map(bundle -> bundle.id)
                .toList();
        bundles.forEach(files::delete);
    }
}

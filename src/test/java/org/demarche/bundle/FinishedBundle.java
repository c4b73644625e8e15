package org.demarche.bundle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;

/** A bundle as it stands once it is printed, without the printing: nine signatures on twelve pages, two left out. */
public final class FinishedBundle {

    public static final String DIGEST = "ab".repeat(32);

    private FinishedBundle() {}

    /** For the consulate in Sapporo. */
    public static UUID of(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var bundle = new Bundle();
            bundle.id = UUID.randomUUID();
            bundle.campaign = Campaign.named(slug);
            bundle.missionCode = "cn-jp-sapporo";
            bundle.content = BundleContent.SHEETS;
            bundle.state = BundleState.DONE;
            bundle.signatures = 9;
            bundle.leftOut = 2;
            bundle.approval = Approval.asked("kim", Instant.now());
            bundle.persist();
            var volume = new Volume();
            volume.bundleId = bundle.id;
            volume.pages = 12;
            volume.sha256 = DIGEST;
            volume.madeAt = Instant.now();
            volume.persist();
            return bundle.id;
        });
    }
}

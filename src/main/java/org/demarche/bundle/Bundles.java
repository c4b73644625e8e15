package org.demarche.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.common.jobs.Jobs;
import org.demarche.letter.CampaignLetter;
import org.demarche.mission.Missions;
import org.demarche.signing.PrintedLines;
import org.demarche.signing.ledger.Ledger;

/** Asking for bundles, approving them, and writing down how they were handed over. */
@ApplicationScoped
public class Bundles {

    private final PrintedLines signers;
    private final BundleLines lines;
    private final Ledger ledger;
    private final CampaignLetter letters;
    private final Missions missions;
    private final Jobs jobs;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    Bundles(
            PrintedLines signers,
            BundleLines lines,
            Ledger ledger,
            CampaignLetter letters,
            Missions missions,
            Jobs jobs,
            DemarcheConfig config,
            Clock clock,
            Event<Audited> audit) {
        this.signers = signers;
        this.lines = lines;
        this.ledger = ledger;
        this.letters = letters;
        this.missions = missions;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /** Asks for the bundle of one mission; nothing is printed before another person approves. */
    @Transactional
    public Bundle ask(String slug, String mission, String actor) {
        var campaign = Campaign.named(slug);
        if (!campaign.state.mayDeliver()) {
            throw Refusal.wrongState(
                    "Bundles are made while a campaign is open or closed; this one is " + campaign.state.word() + ".");
        }
        if (!campaign.missions.contains(mission)) {
            throw new BadInput("mission", "not one of this campaign's missions");
        }
        var to = missions.byCode(mission).orElseThrow();
        // Asked for now, so that a letter that lacks something is refused here and not in the night.
        letters.toMission(campaign, to, letters.languagesFor(campaign, to));
        if (ledger.head(campaign).size() == 0) {
            throw Refusal.wrongState("Nobody has signed yet, so there is nothing to carry.");
        }
        var bundle = new Bundle();
        bundle.id = UUID.randomUUID();
        bundle.campaign = campaign;
        bundle.missionCode = mission;
        bundle.content = "SHEETS";
        bundle.state = BundleState.AWAITING_APPROVAL;
        bundle.approval = Approval.asked(actor, clock.instant());
        bundle.persist();
        audit.fire(new Audited(actor, "bundle.ask", bundle.id.toString(), slug + ", " + mission));
        return bundle;
    }

    /** Freezes the list at the ledger's head and queues the printing, in one transaction. */
    @Transactional
    public Bundle approve(String slug, UUID id, String actor) {
        Bundle.named(slug, id);
        var bundle = Bundle.locked(id);
        boolean fourEyes = config.needsSecondPerson();
        bundle.approve(actor, fourEyes, clock.instant());
        var head = ledger.head(bundle.campaign);
        var frozen = signers.freeze(bundle.campaign, head.size());
        if (frozen.isEmpty()) {
            throw Refusal.wrongState("Everybody who signed has withdrawn, so there is nothing to carry.");
        }
        bundle.ledgerSize = head.size();
        bundle.ledgerRoot = head.root();
        bundle.signatures = frozen.size();
        lines.write(id, frozen);
        jobs.scheduleNow(BundleRun.TASK.instance(id.toString()).build());
        audit.fire(new Audited(
                actor,
                "bundle.approve",
                id.toString(),
                fourEyes ? slug : slug + ", no second person is required here"));
        return bundle;
    }

    /** Puts a failed bundle back in line; the list stays the one that was approved. */
    @Transactional
    public Bundle printAgain(String slug, UUID id, String actor) {
        Bundle.named(slug, id);
        var bundle = Bundle.locked(id);
        bundle.retry();
        jobs.replace(BundleRun.TASK.instance(id.toString()).build());
        audit.fire(new Audited(actor, "bundle.retry", id.toString(), slug));
        return bundle;
    }

    /** Writes down that a finished bundle was handed over. */
    @Transactional
    public Handover handOver(String slug, UUID id, HandoverForm form, String actor) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        var handover = form.record(bundle, actor, clock.instant());
        handover.persist();
        audit.fire(new Audited(actor, "bundle.handover", id.toString(), handover.outcome.name()));
        return handover;
    }
}

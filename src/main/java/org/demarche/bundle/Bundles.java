package org.demarche.bundle;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
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
import org.demarche.signing.letters.BoundLetters;

/** Asking for bundles, approving them, stopping them, and putting them back in line. */
@ApplicationScoped
public class Bundles {

    /** Prints the bundle whose id is the instance's; whoever prints says how. */
    public static final TaskDescriptor<Void> PRINTING = TaskDescriptor.of("print-bundle");

    private final PrintedLines signers;
    private final BoundLetters bound;
    private final BundleLines lines;
    private final BundleFiles files;
    private final Ledger ledger;
    private final CampaignLetter letters;
    private final Missions missions;
    private final Jobs jobs;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    Bundles(
            PrintedLines signers,
            BoundLetters bound,
            BundleLines lines,
            BundleFiles files,
            Ledger ledger,
            CampaignLetter letters,
            Missions missions,
            Jobs jobs,
            DemarcheConfig config,
            Clock clock,
            Event<Audited> audit) {
        this.signers = signers;
        this.bound = bound;
        this.lines = lines;
        this.files = files;
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
    public Bundle ask(String slug, String mission, Wanted wanted, String actor) {
        var campaign = Campaign.named(slug);
        if (!campaign.state.mayDeliver()) {
            throw Refusal.wrongState(
                    "Bundles are made while a campaign is open or closed; this one is " + campaign.state.word() + ".");
        }
        if (!campaign.missions.contains(mission)) {
            throw new BadInput("mission", "not one of this campaign's missions");
        }
        var to = missions.byCode(mission).orElseThrow();
        if (to.addressLines().isEmpty() && to.localAddressLines().isEmpty()) {
            throw new BadInput("mission", "the directory has no postal address for it; add that first");
        }
        if (wanted.language() != null && !letters.languages(campaign).contains(wanted.language())) {
            throw new BadInput(
                    "language",
                    "the letter is not written in " + wanted.language().nativeName());
        }
        // Asked for now, so that a letter that lacks something is refused here and not in the night.
        letters.toMission(campaign, to, letters.languagesFor(campaign, to, wanted.language()));
        var head = ledger.head(campaign);
        if (head.size() == 0) {
            throw Refusal.wrongState("Nobody has signed yet, so there is nothing to carry.");
        }
        if (wanted.content() == BundleContent.LETTERS
                && bound.freeze(campaign, mission, head.size(), wanted.order()).isEmpty()) {
            throw Refusal.wrongState("Nobody has written a letter to this mission yet, so there is nothing to carry.");
        }
        var bundle = new Bundle();
        bundle.id = UUID.randomUUID();
        bundle.campaign = campaign;
        bundle.missionCode = mission;
        bundle.want(wanted);
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
        bundle.ledgerSize = head.size();
        bundle.ledgerRoot = head.root();
        bundle.signatures = freeze(bundle);
        if (bundle.signatures == 0) {
            throw Refusal.wrongState("Everybody who signed has withdrawn, so there is nothing to carry.");
        }
        jobs.scheduleNow(PRINTING.instance(id.toString()).build());
        audit.fire(new Audited(
                actor,
                "bundle.approve",
                id.toString(),
                fourEyes ? slug : slug + ", no second person is required here"));
        return bundle;
    }

    private int freeze(Bundle bundle) {
        if (bundle.content == BundleContent.LETTERS) {
            var frozen = bound.freeze(bundle.campaign, bundle.missionCode, bundle.ledgerSize, bundle.lineOrder);
            lines.writeLetters(bundle.id, frozen);
            return frozen.size();
        }
        var frozen = signers.freeze(bundle.campaign, bundle.ledgerSize, bundle.lineOrder);
        lines.write(bundle.id, frozen);
        return frozen.size();
    }

    /** Declines a bundle that waits, or stops one that is being made; its files go, the record stays. */
    @Transactional
    public Bundle cancel(String slug, UUID id, String actor) {
        Bundle.named(slug, id);
        var bundle = Bundle.locked(id);
        bundle.cancel();
        files.delete(id);
        audit.fire(new Audited(actor, "bundle.cancel", id.toString(), slug));
        return bundle;
    }

    /** Puts a failed bundle back in line; the list stays the one that was approved. */
    @Transactional
    public Bundle printAgain(String slug, UUID id, String actor) {
        Bundle.named(slug, id);
        var bundle = Bundle.locked(id);
        bundle.retry();
        jobs.replace(PRINTING.instance(id.toString()).build());
        audit.fire(new Audited(actor, "bundle.retry", id.toString(), slug));
        return bundle;
    }
}

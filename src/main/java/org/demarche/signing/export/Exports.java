package org.demarche.signing.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.common.Text;

/** Asking for an export, deciding on it, and looking up whether one may be fetched. */
@ApplicationScoped
public class Exports {

    private static final int REASON_MAX = 300;

    private final DemarcheConfig config;
    private final ExportConfig exporting;
    private final Clock clock;
    private final Event<Audited> audit;

    Exports(DemarcheConfig config, ExportConfig exporting, Clock clock, Event<Audited> audit) {
        this.config = config;
        this.exporting = exporting;
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest first. */
    @Transactional
    List<Export> of(String slug) {
        return Export.ofCampaign(Campaign.named(slug));
    }

    /** Asks; nothing leaves before another person approves. */
    @Transactional
    Export ask(String slug, String reason, String actor) {
        var why = Text.line(reason);
        if (why.isEmpty() || Text.length(why) > REASON_MAX || Text.hasControls(reason)) {
            throw new BadInput("reason", "Say what the file is for, in up to " + REASON_MAX + " characters.");
        }
        var export = new Export();
        export.id = UUID.randomUUID();
        export.campaign = Campaign.named(slug);
        export.reason = why;
        export.approval = Approval.asked(actor, clock.instant());
        export.persist();
        audit.fire(new Audited(actor, "export.ask", export.id.toString(), slug + ": " + why));
        return export;
    }

    /** @throws Refusal 403 for the one who asked */
    @Transactional
    Export approve(String slug, UUID id, String actor) {
        boolean fourEyes = config.needsSecondPerson();
        var now = clock.instant();
        var export = Export.of(slug, id);
        export.mustWait(now);
        export.approval.agree(actor, fourEyes, "this export", now);
        audit.fire(new Audited(
                actor,
                "export.approve",
                id.toString(),
                fourEyes ? slug : slug + ": no second person is required here"));
        return export;
    }

    /** Says no; whoever asked takes it back the same way. */
    @Transactional
    Export decline(String slug, UUID id, String actor) {
        var export = Export.of(slug, id);
        export.mustWait(clock.instant());
        export.declinedBy = actor;
        audit.fire(new Audited(actor, "export.decline", id.toString(), slug));
        return export;
    }

    /**
     * Lets the file out; answers on what grounds, for the trail.
     *
     * @param byOperator whether a token of the settings asks
     * @throws Refusal 409 where another person would have to approve first
     */
    @Transactional
    String letOut(String slug, String actor, boolean byOperator) {
        if (!config.needsSecondPerson()) {
            return "no second person is required here";
        }
        var now = clock.instant();
        var campaign = Campaign.named(slug);
        var approved = Export.ofCampaign(campaign).stream()
                .filter(export -> export.opensTo(actor, now))
                .findFirst();
        if (approved.isPresent()) {
            return "approved by " + approved.get().approval.approvedBy();
        }
        if (!byOperator || exporting.tokenExports() == ExportConfig.TokenExports.APPROVED) {
            throw Refusal.wrongState(
                    "Nobody has agreed to this export yet. Ask for it; when another member of staff has"
                            + " approved it, you can fetch it for 24 hours.");
        }
        noteAlone(campaign, actor);
        return "a token of the settings, without a second person";
    }

    private void noteAlone(Campaign campaign, String actor) {
        var taken = Export.unknown(campaign, actor).orElseGet(() -> {
            var export = new Export();
            export.id = UUID.randomUUID();
            export.campaign = campaign;
            export.reason = "Taken out by a token of the settings";
            export.alone = true;
            export.approval = Approval.asked(actor, clock.instant());
            export.persist();
            return export;
        });
        taken.times++;
    }

    /** A second person says that they know of what a token took out alone. @throws Refusal 403 for one of its name */
    @Transactional
    Export know(String slug, UUID id, String actor) {
        var export = Export.of(slug, id);
        if (export.state(clock.instant()) != Export.State.TAKEN_ALONE) {
            throw Refusal.wrongState("There is nothing left to know of here.");
        }
        if (export.approval.isOf(actor)) {
            throw Refusal.forbidden("You cannot: the token has your name. Another member of staff has to know.");
        }
        export.approval.agree(actor, false, "this export", clock.instant());
        audit.fire(new Audited(actor, "export.known", id.toString(), slug + ": taken out " + export.times + " times"));
        return export;
    }
}

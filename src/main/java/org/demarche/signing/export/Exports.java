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
    private final Clock clock;
    private final Event<Audited> audit;

    Exports(DemarcheConfig config, Clock clock, Event<Audited> audit) {
        this.config = config;
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

    /** @throws Refusal 409 where this person has no approved export that is still open */
    @Transactional
    void mayFetch(String slug, String actor) {
        var now = clock.instant();
        var allowed = !config.needsSecondPerson()
                || Export.ofCampaign(Campaign.named(slug)).stream().anyMatch(e -> e.opensTo(actor, now));
        if (!allowed) {
            throw Refusal.wrongState(
                    "Nobody has agreed to this export yet. Ask for it; when another member of staff has"
                            + " approved it, you can fetch it for 24 hours.");
        }
    }
}

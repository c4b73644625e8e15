package org.demarche.bundle.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.demarche.bundle.Bundle;
import org.demarche.common.Audited;

/** Writes down that finished bundles were handed over, and what came of it. */
@ApplicationScoped
public class Handovers {

    private final Clock clock;
    private final Event<Audited> audit;

    Handovers(Clock clock, Event<Audited> audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /** Writes down that a finished bundle was handed over. */
    @Transactional
    public Handover record(String slug, UUID id, HandoverForm form, String actor) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        var handover = form.record(bundle, actor, clock.instant());
        handover.persist();
        audit.fire(new Audited(actor, "bundle.handover", id.toString(), handover.outcome.name()));
        return handover;
    }

    /** Writes down what the mission replied, in place of what stood there, and publishes it or keeps it with us. */
    @Transactional
    public Handover reply(String slug, UUID id, UUID handover, ReplyForm form, String actor) {
        var found = Handover.of(Bundle.named(slug, id), handover);
        found.answer(form.checked(), clock.instant());
        audit.fire(new Audited(
                actor, "handover.reply", handover.toString(), found.repliedInPublic() ? slug + ", published" : slug));
        return found;
    }
}

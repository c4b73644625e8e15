package org.demarche.signing.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.Refusal;
import org.demarche.mail.MailAnswered;
import org.demarche.mail.MailState;
import org.demarche.mail.Purpose;
import org.demarche.mail.Waves;

/** Stops an update on its way, and lets it go on: what has left has left, the rest waits and is sent once. */
@ApplicationScoped
public class NewsWave {

    private final Waves waves;
    private final Event<Audited> audit;

    NewsWave(Waves waves, Event<Audited> audit) {
        this.waves = waves;
        this.audit = audit;
    }

    @Transactional
    public void pause(String slug, UUID id, String actor) {
        var update = NewsUpdate.locked(slug, id);
        requireMoving(update);
        update.state = NewsState.PAUSED;
        var held = waves.hold(id);
        audit.fire(new Audited(actor, "news.pause", id.toString(), slug + ", " + held + " mails wait"));
    }

    /** What was not queued when it paused is queued now; who has their mail gets no second one. */
    @Transactional
    public void resume(String slug, UUID id, String actor) {
        var update = NewsUpdate.locked(slug, id);
        update.require(NewsState.PAUSED);
        update.state = NewsState.APPROVED;
        var released = waves.release(id);
        audit.fire(new Audited(actor, "news.resume", id.toString(), slug + ", " + released + " mails go on"));
    }

    /** Ends it for good for those who have not got it. */
    @Transactional
    public void stop(String slug, UUID id, String actor) {
        var update = NewsUpdate.locked(slug, id);
        if (update.state != NewsState.PAUSED) {
            requireMoving(update);
        }
        update.state = NewsState.CANCELLED;
        var taken = waves.cancel(id);
        audit.fire(new Audited(actor, "news.stop", id.toString(), slug + ", " + taken + " mails taken back"));
    }

    /** A mail that was under way when its update paused, and comes back unsent, waits with the rest. */
    void answered(@Observes MailAnswered mail) {
        if (mail.purpose() != Purpose.NEWS || mail.reference() == null || mail.state() != MailState.QUEUED) {
            return;
        }
        NewsUpdate update = NewsUpdate.findById(mail.reference());
        if (update == null) {
            return;
        }
        switch (update.state) {
            case PAUSED -> waves.hold(update.id);
            case CANCELLED -> waves.cancel(update.id);
            case AWAITING_APPROVAL, APPROVED, SENT -> {}
        }
    }

    private static void requireMoving(NewsUpdate update) {
        if (!update.state.moves()) {
            throw Refusal.wrongState("This update " + update.state.word() + ".");
        }
    }
}

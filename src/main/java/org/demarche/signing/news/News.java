package org.demarche.signing.news;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/** Tells those who asked for news what happened since: asked for by one person, approved by another. */
@ApplicationScoped
public class News {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int BATCH = 500;
    private static final int SUBJECT_MAX = 150;
    private static final int BODY_MAX = 8_000;

    private final NewsMail mail;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    News(NewsMail mail, DemarcheConfig config, Clock clock, Event<Audited> audit) {
        this.mail = mail;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    @Produces
    @Singleton
    Task<Void> newsTask() {
        return Tasks.recurring("send-news", FixedDelay.of(EVERY)).execute((instance, context) -> sendApproved());
    }

    /** @throws BadInput where there are no words, or too many */
    @Transactional
    public NewsUpdate ask(String slug, Map<Language, NewsUpdate.Words> texts, String actor) {
        var campaign = Campaign.named(slug);
        if (texts.isEmpty()) {
            throw new BadInput("subject", "Write it in at least one language.");
        }
        texts.forEach((language, words) -> {
            if (words.subject().isBlank() || words.subject().length() > SUBJECT_MAX) {
                throw new BadInput("subject-" + language.tag(), "needed, at most " + SUBJECT_MAX + " characters");
            }
            if (words.body().isBlank() || words.body().length() > BODY_MAX) {
                throw new BadInput("body-" + language.tag(), "needed, at most " + BODY_MAX + " characters");
            }
        });
        var update = new NewsUpdate();
        update.id = UUID.randomUUID();
        update.campaign = campaign;
        update.state = NewsState.AWAITING_APPROVAL;
        update.approval = Approval.asked(actor, clock.instant());
        update.texts.putAll(texts);
        update.persist();
        audit.fire(new Audited(actor, "news.ask", update.id.toString(), slug));
        return update;
    }

    @Transactional
    public void approve(String slug, UUID id, String actor) {
        var update = NewsUpdate.locked(slug, id);
        update.require(NewsState.AWAITING_APPROVAL);
        boolean fourEyes = config.needsSecondPerson();
        update.approval.agree(actor, fourEyes, "this update", clock.instant());
        update.state = NewsState.APPROVED;
        audit.fire(new Audited(
                actor, "news.approve", id.toString(), fourEyes ? slug : slug + ", no second person is required here"));
    }

    @Transactional
    public void cancel(String slug, UUID id, String actor) {
        var update = NewsUpdate.locked(slug, id);
        update.require(NewsState.AWAITING_APPROVAL);
        update.state = NewsState.CANCELLED;
        audit.fire(new Audited(actor, "news.cancel", id.toString(), slug));
    }

    /** How many would get an update now. */
    @Transactional
    public long readers(Campaign campaign) {
        return Signature.count("campaign = ?1 and news and status = ?2", campaign, SignatureStatus.CONFIRMED);
    }

    /** Queues what was approved; a run that dies is gone on with where it stopped, and nobody gets a mail twice. */
    void sendApproved() {
        for (var id : approved()) {
            while (QuarkusTransaction.requiringNew().call(() -> some(id))) {
                // The next batch, in a transaction of its own.
            }
        }
    }

    private static List<UUID> approved() {
        return QuarkusTransaction.requiringNew()
                .call(() -> NewsUpdate.<NewsUpdate>list("state", NewsState.APPROVED).stream()
                        .map(update -> update.id)
                        .toList());
    }

    /** Whether there may be more. */
    private boolean some(UUID id) {
        NewsUpdate update = NewsUpdate.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (update.state != NewsState.APPROVED) {
            return false;
        }
        var after = update.queuedTo == null ? new UUID(0, 0) : update.queuedTo;
        List<Signature> readers = Signature.<Signature>find(
                        "campaign = ?1 and news and status = ?2 and id > ?3 order by id",
                        update.campaign,
                        SignatureStatus.CONFIRMED,
                        after)
                .page(0, BATCH)
                .list();
        if (readers.isEmpty()) {
            update.state = NewsState.SENT;
            return false;
        }
        mail.queue(update, readers);
        update.queuedTo = readers.getLast().id;
        update.queued += readers.size();
        return true;
    }
}

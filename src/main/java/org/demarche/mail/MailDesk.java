package org.demarche.mail;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.EmailAddress;
import org.demarche.common.Refusal;

/** What members of staff may look up and do in the outbox. */
@ApplicationScoped
public class MailDesk {

    /** Each part null for any. */
    record Filter(MailState state, Purpose purpose, String campaign, EmailAddress to) {}

    record Found(List<MailView> items, long total) {}

    private final MailVault vault;
    private final Contents contents;
    private final Outbox outbox;
    private final Throttling throttling;
    private final Clock clock;
    private final Event<MailAnswered> answered;
    private final Event<MailRetrying> retrying;
    private final Event<Audited> audited;

    MailDesk(
            MailVault vault,
            Contents contents,
            Outbox outbox,
            Throttling throttling,
            Clock clock,
            Event<MailAnswered> answered,
            Event<MailRetrying> retrying,
            Event<Audited> audited) {
        this.vault = vault;
        this.contents = contents;
        this.outbox = outbox;
        this.throttling = throttling;
        this.clock = clock;
        this.answered = answered;
        this.retrying = retrying;
        this.audited = audited;
    }

    /** The newest first. */
    @Transactional
    Found list(Filter filter, int page, int size, Reading.Reader reader) {
        Map<String, Object> values = new HashMap<>();
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        if (filter.state() != null) {
            conditions.add("state = :state");
            values.put("state", filter.state());
        }
        if (filter.purpose() != null) {
            conditions.add("purpose = :purpose");
            values.put("purpose", filter.purpose());
        }
        if (filter.campaign() != null) {
            conditions.add("campaign = :campaign");
            values.put("campaign", filter.campaign());
        }
        if (filter.to() != null) {
            conditions.add("recipientIndex = :recipient");
            values.put("recipient", vault.index(filter.to()));
            if (reader == Reading.Reader.STAFF) {
                // Or they could ask of anybody whether they signed.
                conditions.add("purpose in :open");
                values.put(
                        "open",
                        Arrays.stream(Purpose.values())
                                .filter(p -> !p.toPerson())
                                .toList());
            }
        }
        var found = Mail.<Mail>find(String.join(" and ", conditions) + " order by queuedAt desc, id", values);
        var items = found.page(Page.of(page, size)).list();
        return new Found(
                items.stream().map(mail -> MailView.of(mail, vault, reader)).toList(), found.count());
    }

    /**
     * What is not over yet.
     *
     * @param refused wait for a person, since a server refused them for what we are or sent, or they cannot be made
     * @param kept wait for a relay and then for a person
     * @param paused wait for whoever paused or holds them
     * @param doubtful may or may not have arrived
     */
    public record Standing(long queued, long refused, long kept, long paused, long doubtful) {}

    @Transactional
    Standing standing() {
        return new Standing(
                Mail.count("state in ?1", List.of(MailState.QUEUED, MailState.SENDING)),
                held(Hold.REFUSED, Hold.BROKEN),
                held(Hold.NO_RELAY),
                held(Hold.ASKED),
                Mail.count("state", MailState.UNKNOWN));
    }

    private static long held(Hold... why) {
        return Mail.count("state = ?1 and hold in ?2", MailState.HELD, List.of(why));
    }

    @Transactional
    MailView find(UUID id, Reading.Reader reader) {
        return MailView.of(existing(Mail.findById(id)), vault, reader);
    }

    /** Tries once more; a mailbox that was silenced for this mail is mailed again. */
    @Transactional
    void retry(UUID id, String actor) {
        Mail mail = existing(Mail.findById(id, LockModeType.PESSIMISTIC_WRITE));
        switch (mail.state) {
            case SENDING, ACCEPTED, CANCELLED -> throw Refusal.wrongState("It is " + word(mail) + ".");
            case HELD -> {
                if (mail.hold == Hold.ASKED) {
                    throw Refusal.wrongState("It waits for what it belongs to; let it go there.");
                }
            }
            case HARD_BOUNCED, SUPPRESSED -> Suppression.deleteById(mail.recipientIndex);
            case QUEUED, UNKNOWN, SOFT_BOUNCED -> {}
        }
        if (!contents.isKept(mail)) {
            throw Refusal.wrongState("It was erased.");
        }
        if (mail.reference != null) {
            retrying.fire(new MailRetrying(mail.reference));
        }
        mail.firstTryAt = null;
        mail.dueAt = clock.instant();
        outbox.letGo(mail);
        if (mail.hold == Hold.NO_RELAY) {
            throw Refusal.wrongState("No relay is set: set DEMARCHE_SMTP_URL and start again.");
        }
        note("mail.retry", mail, actor);
    }

    /** Takes it back, as long as it is not under way. */
    @Transactional
    void cancel(UUID id, String actor) {
        Mail mail = existing(Mail.findById(id, LockModeType.PESSIMISTIC_WRITE));
        switch (mail.state) {
            case QUEUED, HELD -> mail.become(MailState.CANCELLED, mail.lastAnswer);
            case CANCELLED -> {
                return;
            }
            case SENDING, ACCEPTED, UNKNOWN, SOFT_BOUNCED, HARD_BOUNCED, SUPPRESSED ->
                throw Refusal.wrongState("It is " + word(mail) + ".");
        }
        throttling.freePlace(mail);
        note("mail.cancel", mail, actor);
    }

    private void note(String action, Mail mail, String actor) {
        answered.fire(mail.answered());
        audited.fire(new Audited(actor, action, mail.id.toString(), mail.purpose.name()));
    }

    private static String word(Mail mail) {
        return mail.state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static Mail existing(Mail mail) {
        if (mail == null) {
            throw Refusal.unknown("No such mail.");
        }
        return mail;
    }
}

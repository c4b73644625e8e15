package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.EmailAddress;
import org.hibernate.Session;

/** Where a feature leaves its mail; runs send it after the caller's transaction has committed. */
@ApplicationScoped
public class Outbox {

    /** Mails are waiting in a lane once this transaction commits. */
    record Queued(Lane lane) {}

    private final MailVault vault;
    private final Composing composing;
    private final Contents contents;
    private final Throttling throttling;
    private final MailConfig config;
    private final DemarcheConfig house;
    private final EntityManager entities;
    private final Clock clock;
    private final Event<Queued> queued;
    private final Event<MailAnswered> answered;

    Outbox(
            MailVault vault,
            Composing composing,
            Contents contents,
            Throttling throttling,
            MailConfig config,
            DemarcheConfig house,
            EntityManager entities,
            Clock clock,
            Event<Queued> queued,
            Event<MailAnswered> answered) {
        this.vault = vault;
        this.composing = composing;
        this.contents = contents;
        this.throttling = throttling;
        this.config = config;
        this.house = house;
        this.entities = entities;
        this.clock = clock;
        this.queued = queued;
        this.answered = answered;
    }

    /**
     * Queues a mail in the caller's transaction. Its bytes are made now and never again, so that every try sends the
     * same ones under the same Message-ID. Asking twice with the same purpose, key and recipient queues one mail.
     *
     * @return the mail's id, also where it was queued before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID queue(Message message) {
        var id = vault.id(message);
        if (Mail.findById(id) != null) {
            return id;
        }
        var mail = composing.row(message);
        if (message.release().held()) {
            mail.hold(Hold.ASKED, null);
        } else {
            letGo(mail);
        }
        var inserted = mail.insertOnce(entities);
        if (inserted && mail.form == null) {
            contents.keep(mail, message);
        }
        if (inserted && mail.hold == Hold.NO_RELAY) {
            answered.fire(mail.answered());
        }
        return id;
    }

    /** Makes a mail that fills a form letter ready for {@link #store}; nothing of it is in the database yet. */
    public ReadyMail ready(Message message) {
        var mail = composing.row(message);
        if (mail.form == null) {
            throw new IllegalArgumentException("only form letters are stored together");
        }
        if (message.release().held()) {
            mail.hold(Hold.ASKED, null);
        } else {
            decide(mail);
        }
        return new ReadyMail(mail);
    }

    /**
     * Queues mails that fill form letters, many in one statement; those that were queued before are left out.
     *
     * @return how many were queued now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int queueAll(List<Message> messages) {
        var mails = messages.stream().map(this::ready).toList();
        var inserted = new AtomicInteger();
        entities.unwrap(Session.class)
                .doWork(connection -> inserted.set(ReadyMail.INSERT
                        .insert(connection, mails.stream().map(ReadyMail::row).toList())
                        .size()));
        stored(mails);
        return inserted.get();
    }

    /** Stores mails in the connection's transaction; {@link #stored} says when it has committed. */
    public void store(Connection connection, List<ReadyMail> mails) throws SQLException {
        ReadyMail.INSERT.insert(connection, mails.stream().map(ReadyMail::row).toList());
    }

    /** Wakes those who send what was stored. */
    public void stored(List<ReadyMail> mails) {
        mails.stream()
                .filter(ReadyMail::isDue)
                .map(ReadyMail::lane)
                .distinct()
                .forEach(lane -> queued.fire(new Queued(lane)));
    }

    /** Lets held mails of a delivery go; those the relay refused wait on for a person. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int release(UUID reference) {
        return forEach(Mail.list("reference = ?1 and hold = ?2", reference, Hold.ASKED), this::letGo);
    }

    /** Holds what waits in the queue of a delivery, until {@link #release}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int hold(UUID reference) {
        throttling.freePlaces(reference);
        return forEach(waiting(reference, MailState.QUEUED), mail -> {
            mail.slotAt = null;
            mail.hold(Hold.ASKED, mail.lastAnswer);
        });
    }

    /** Tries once more what was given up, or refused for what we are or sent; not what bounced or may have arrived. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int retry(UUID reference) {
        var failed = Mail.<Mail>find(
                        "reference = ?1 and (state = ?2 or state = ?3 and hold in ?4)",
                        reference,
                        MailState.SOFT_BOUNCED,
                        MailState.HELD,
                        List.of(Hold.REFUSED, Hold.BROKEN))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        return forEach(failed, mail -> {
            mail.firstTryAt = null;
            mail.dueAt = clock.instant();
            letGo(mail);
        });
    }

    /** Cancels what is not under way yet of a delivery. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int cancel(UUID reference) {
        throttling.freePlaces(reference);
        return forEach(
                waiting(reference, MailState.QUEUED, MailState.HELD),
                mail -> mail.become(MailState.CANCELLED, mail.lastAnswer));
    }

    /** Locked, because a run may be about to claim them; those under way are not among them. */
    private static List<Mail> waiting(UUID reference, MailState... states) {
        return Mail.<Mail>find("reference = ?1 and state in ?2", reference, List.of(states))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private int forEach(List<Mail> mails, Consumer<Mail> change) {
        for (var mail : mails) {
            change.accept(mail);
            answered.fire(mail.answered());
        }
        return mails.size();
    }

    /** Whether this mailbox is not mailed any more. */
    @Transactional
    public boolean isSuppressed(EmailAddress address) {
        return Suppression.findById(vault.index(address)) != null;
    }

    void letGo(Mail mail) {
        mail.slotAt = null;
        decide(mail);
        if (mail.state == MailState.QUEUED) {
            queued.fire(new Queued(mail.lane));
        }
    }

    /** A node that only serves pages does not know the relay; the worker's run decides there. */
    private void decide(Mail mail) {
        if (config.smtpUrl().isEmpty() && house.worker()) {
            mail.hold(Hold.NO_RELAY, Mail.KEPT);
        } else {
            mail.become(MailState.QUEUED, mail.lastAnswer);
        }
    }
}

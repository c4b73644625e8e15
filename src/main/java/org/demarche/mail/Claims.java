package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.mail.smtp.Envelope;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;
import org.hibernate.Session;

/** Gives due mails to the process that asks, each to one process for the length of a lease. */
@ApplicationScoped
class Claims {

    /**
     * @param mails to be sent now
     * @param seen how many due mails were looked at; 0 means that none is due
     */
    record Claim(List<UUID> mails, int seen) {}

    /** Jakarta Persistence's word for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;
    private final Throttling throttling;
    private final MailVault vault;
    private final Marks marks;
    private final ReturnPath returnPath;
    private final Contents contents;
    private final MailConfig config;
    private final Clock clock;
    private final ClockCheck clockCheck;
    private final Event<MailAnswered> answered;
    private final Duration leaseNeeded;
    private final Switches switches;

    Claims(
            EntityManager entities,
            Throttling throttling,
            MailVault vault,
            Marks marks,
            ReturnPath returnPath,
            Contents contents,
            MailConfig config,
            Clock clock,
            ClockCheck clockCheck,
            Event<MailAnswered> answered,
            Switches switches) {
        this.entities = entities;
        this.throttling = throttling;
        this.vault = vault;
        this.marks = marks;
        this.returnPath = returnPath;
        this.contents = contents;
        this.config = config;
        this.clock = clock;
        this.clockCheck = clockCheck;
        this.answered = answered;
        // Sending may take the deadline; half of what the lease has above that is left for recording the answer.
        this.leaseNeeded = config.mailDeadline().plus(config.mailLease()).dividedBy(2);
        this.switches = switches;
    }

    @Transactional
    Claim claim(Lane lane, UUID node, int most) {
        if (!clockCheck.agrees()) {
            return new Claim(List.of(), 0);
        }
        entities.unwrap(Session.class).setJdbcBatchSize(most);
        if (switches.isOn(OffSwitch.DRAIN_MAIL)) {
            return new Claim(List.of(), 0);
        }
        var now = clock.instant();
        var rows = new ArrayList<>(orphans(lane, now, most));
        if (rows.size() < most) {
            rows.addAll(due(lane, now, most - rows.size()));
        }
        // One order on every node, so that two of them never wait for each other's turnstiles.
        rows.sort(Comparator.comparing(mail -> String.valueOf(mail.recipientIndex)));
        var silenced = suppressed(rows);
        rows.forEach(mail -> decide(mail, node, now, silenced.contains(mail.recipientIndex)));
        return new Claim(
                rows.stream()
                        .filter(mail -> mail.isSentBy(node))
                        .sorted(Comparator.comparing(mail -> mail.dueAt))
                        .map(mail -> mail.id)
                        .toList(),
                rows.size());
    }

    /**
     * What to send, with a lease that outlasts the sending; empty where the mail is not this process's any more.
     *
     * @throws org.demarche.privacy.Locked where this process cannot open it
     */
    @Transactional
    Optional<Envelope> open(UUID id, UUID node) {
        var lying = contents.lying(id);
        if (lying.isEmpty() || !lying.get().mail().isSentBy(node)) {
            return Optional.empty();
        }
        var mail = lying.get().mail();
        var now = clock.instant();
        // While it lasts nobody else touches the row, so reading it needs no lock and no commit.
        if (mail.leasedUntil.isBefore(now.plus(leaseNeeded))) {
            entities.refresh(mail, LockModeType.PESSIMISTIC_WRITE);
            if (!mail.isSentBy(node)) {
                return Optional.empty();
            }
            mail.leasedUntil = now.plus(config.mailLease());
        }
        var content = contents.of(lying.get());
        if (content.isEmpty()) {
            mail.become(MailState.CANCELLED, "erased");
            answered.fire(mail.answered());
            return Optional.empty();
        }
        Runnable handed = mail.isLetter() ? () -> noteHanded(id, node) : () -> {};
        return Optional.of(
                new Envelope(returnPath.of(id), vault.recipient(mail).value(), marks.of(id), content.get(), handed));
    }

    /** From here on only the final dot is missing; a process that dies now leaves the letter in doubt. */
    @Transactional
    void noteHanded(UUID id, UUID node) {
        var noted = Mail.update(
                "handedAt = ?1 where id = ?2 and node = ?3 and state = ?4",
                clock.instant(),
                id,
                node,
                MailState.SENDING);
        if (noted == 0) {
            throw new IllegalStateException("mail " + id + " was taken over");
        }
    }

    private void decide(Mail mail, UUID node, Instant now, boolean silenced) {
        if (mail.isInDoubt()) {
            mail.become(MailState.UNKNOWN, "the sending process stopped before the relay's answer was known");
            mail.answeredAt = now;
        } else if (config.smtpUrl().isEmpty()) {
            mail.hold(Hold.NO_RELAY, Mail.KEPT);
        } else if (silenced) {
            mail.become(MailState.SUPPRESSED, "this mailbox is not mailed any more");
        } else {
            leaseOrPostpone(mail, node, now);
            return;
        }
        answered.fire(mail.answered());
    }

    private void leaseOrPostpone(Mail mail, UUID node, Instant now) {
        var leaves = mail.isLetter() ? throttling.leaves(mail, now) : now;
        if (leaves.isAfter(now)) {
            mail.queueAgain(leaves);
        } else {
            mail.leaseTo(node, now.plus(config.mailLease()));
        }
    }

    /** Mails of processes that died or lost touch. */
    private List<Mail> orphans(Lane lane, Instant now, int most) {
        var query = entities.createQuery(
                        "from Mail where state = :state and lane = :lane and leasedUntil < :now", Mail.class)
                .setParameter("state", MailState.SENDING);
        return locked(query, lane, now, most);
    }

    private List<Mail> due(Lane lane, Instant now, int most) {
        var query = entities.createQuery(
                        "from Mail where state = :state and lane = :lane and dueAt <= :now order by dueAt", Mail.class)
                .setParameter("state", MailState.QUEUED);
        return locked(query, lane, now, most);
    }

    private static List<Mail> locked(TypedQuery<Mail> query, Lane lane, Instant now, int most) {
        return query.setParameter("lane", lane)
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
    }

    private Set<String> suppressed(List<Mail> mails) {
        var indexes = mails.stream()
                .map(mail -> mail.recipientIndex)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (indexes.isEmpty()) {
            return Set.of();
        }
        return entities.unwrap(Session.class).findMultiple(Suppression.class, List.copyOf(indexes)).stream()
                .filter(Objects::nonNull)
                .map(suppression -> suppression.recipientIndex)
                .collect(Collectors.toSet());
    }
}

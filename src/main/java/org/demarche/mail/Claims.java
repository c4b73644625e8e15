package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;
import org.hibernate.Session;

/** Gives due mails to the process that asks, each to one process for the length of a lease. */
@ApplicationScoped
class Claims {

    /** A mail to be sent now, with what lay of its content at that time. */
    record Claimed(Contents.Lying lying, Instant at) {}

    /** @param seen how many due mails were looked at; 0 means that none is due */
    record Claim(List<Claimed> mails, int seen) {}

    /** Jakarta Persistence's word for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;
    private final Throttling throttling;
    private final Contents contents;
    private final MailConfig config;
    private final Clock clock;
    private final ClockCheck clockCheck;
    private final Event<MailAnswered> answered;
    private final Switches switches;

    Claims(
            EntityManager entities,
            Throttling throttling,
            Contents contents,
            MailConfig config,
            Clock clock,
            ClockCheck clockCheck,
            Event<MailAnswered> answered,
            Switches switches) {
        this.entities = entities;
        this.throttling = throttling;
        this.contents = contents;
        this.config = config;
        this.clock = clock;
        this.clockCheck = clockCheck;
        this.answered = answered;
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
        var mine = rows.stream()
                .filter(mail -> mail.isSentBy(node))
                .sorted(Comparator.comparing(mail -> mail.dueAt))
                .toList();
        return new Claim(
                contents.lying(mine).stream()
                        .map(lying -> new Claimed(lying, now))
                        .toList(),
                rows.size());
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

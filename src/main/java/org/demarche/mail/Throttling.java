package org.demarche.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.demarche.mail.rules.QuietHours;

/**
 * Keeps letters to missions out of their quiet hours, and under the hourly limit of each mailbox in every hour, not
 * every hour by the clock. Exact over all nodes: letters pass one by one, under the lock of the mailbox's row, and those
 * on their way count.
 */
@ApplicationScoped
class Throttling {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final EntityManager entities;
    private final int most;
    private final QuietHours quiet;

    Throttling(MailConfig config, EntityManager entities) {
        this.entities = entities;
        this.most = config.missionPerHour();
        this.quiet = QuietHours.parse(config.quietHours());
        if (most < 1) {
            throw new IllegalStateException("DEMARCHE_MISSION_PER_HOUR must be 1 or more.");
        }
    }

    /** When this letter may leave; {@code now} and no later counts as leaving now. Within the claiming transaction. */
    Instant leaves(Mail letter, Instant now) {
        if (letter.zone() == null) {
            return now;
        }
        var opening = quiet.opening(now, letter.zone());
        if (opening.isAfter(now)) {
            return opening;
        }
        var turnstile = turnstile(letter.recipientIndex);
        var passed = passedWithinTheHour(letter, now);
        if (passed.size() < most) {
            return now;
        }
        // The list begins with the latest: once this one is an hour old, there is room again.
        var room = quiet.opening(passed.get(most - 1).plus(WINDOW), letter.zone());
        if (letter.slotAt != null) {
            return room;
        }
        var free = turnstile.nextFree;
        letter.slotAt = free == null || free.isBefore(room) ? room : quiet.opening(free, letter.zone());
        turnstile.nextFree = letter.slotAt.plus(WINDOW.dividedBy(most));
        return letter.slotAt;
    }

    /** The places of a delivery's letters may be given to others; those that still wait are let through as room allows. */
    void freePlaces(UUID reference) {
        entities.createQuery("""
                        update Throttle set nextFree = null where recipientIndex in
                        (select m.recipientIndex from Mail m where m.reference = :reference and m.slotAt is not null)""").setParameter("reference", reference).executeUpdate();
    }

    void freePlace(Mail letter) {
        if (letter.slotAt != null) {
            Throttle.update("nextFree = null where recipientIndex = ?1", letter.recipientIndex);
        }
    }

    private Throttle turnstile(String recipientIndex) {
        var known = entities.find(Throttle.class, recipientIndex, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        // In a transaction of its own: where another node was quicker, only this insert fails.
        RuntimeException failed = null;
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var first = new Throttle();
                first.recipientIndex = recipientIndex;
                first.persist();
            });
        } catch (RuntimeException probablyMadeMeanwhile) {
            failed = probablyMadeMeanwhile;
        }
        var made = entities.find(Throttle.class, recipientIndex, LockModeType.PESSIMISTIC_WRITE);
        if (made == null) {
            throw new IllegalStateException("no turnstile", failed);
        }
        return made;
    }

    private List<Instant> passedWithinTheHour(Mail letter, Instant now) {
        var onTheirWay = Mail.count(
                "recipientIndex = ?1 and purpose = ?2 and state = ?3 and id <> ?4",
                letter.recipientIndex,
                Purpose.MISSION_LETTER,
                MailState.SENDING,
                letter.id);
        var passed = new ArrayList<>(Collections.nCopies((int) Math.min(onTheirWay, most), now));
        passed.addAll(entities.createQuery("""
                        select answeredAt from Mail where recipientIndex = :index and purpose = :purpose
                        and state in (:accepted, :unknown) and answeredAt > :since order by answeredAt desc""", Instant.class)
                .setParameter("index", letter.recipientIndex)
                .setParameter("purpose", Purpose.MISSION_LETTER)
                .setParameter("accepted", MailState.ACCEPTED)
                .setParameter("unknown", MailState.UNKNOWN)
                .setParameter("since", now.minus(WINDOW))
                .setMaxResults(most)
                .getResultList());
        return passed;
    }
}

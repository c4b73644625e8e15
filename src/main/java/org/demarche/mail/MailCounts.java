package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many mails are in which state: of a campaign, and of deliveries under way. */
@ApplicationScoped
public class MailCounts {

    private final EntityManager entities;

    MailCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** How many mails of a campaign are in which state; states without a mail are missing. */
    @Transactional
    public Map<MailState, Long> byState(String campaign, Purpose purpose) {
        return counts(entities.createQuery(
                        "select state, count(*) from Mail where campaign = ?1 and purpose = ?2 group by state",
                        Object[].class)
                .setParameter(1, campaign)
                .setParameter(2, purpose)
                .getResultList());
    }

    /** How many mails of a delivery are in which state; states without a mail are missing. */
    @Transactional
    public Map<MailState, Long> byState(UUID reference) {
        return counts(entities.createQuery(
                        "select state, count(*) from Mail where reference = ?1 group by state", Object[].class)
                .setParameter(1, reference)
                .getResultList());
    }

    /**
     * How far the mails of these deliveries are.
     *
     * @param acceptedSince those that a relay took since the given moment
     * @param lastDue when the last of those that wait may leave; null where none waits
     */
    public record Progress(Map<MailState, Long> counts, long acceptedSince, Instant lastDue) {}

    @Transactional
    public Progress progress(Collection<UUID> references, Instant since) {
        if (references.isEmpty()) {
            return new Progress(Map.of(), 0, null);
        }
        return new Progress(
                counts(entities.createQuery(
                                "select state, count(*) from Mail where reference in ?1 group by state", Object[].class)
                        .setParameter(1, references)
                        .getResultList()),
                Mail.count(
                        "reference in ?1 and state = ?2 and answeredAt >= ?3", references, MailState.ACCEPTED, since),
                entities.createQuery("select max(dueAt) from Mail where reference in ?1 and state = ?2", Instant.class)
                        .setParameter(1, references)
                        .setParameter(2, MailState.QUEUED)
                        .getSingleResult());
    }

    private static Map<MailState, Long> counts(List<Object[]> rows) {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        rows.forEach(row -> counts.put((MailState) row[0], (Long) row[1]));
        return counts;
    }
}

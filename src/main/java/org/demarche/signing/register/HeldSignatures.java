package org.demarche.signing.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.guard.Suspicion;

/** What the guard holds, in heaps that {@link Judging} judges at once. */
@ApplicationScoped
public class HeldSignatures {

    /**
     * Which of the held ones: those named, or else all with this reason, this network label, or both.
     *
     * @param reason for the audit trail
     */
    public record Choice(List<UUID> ids, Suspicion heldFor, String network, String reason) {

        boolean isOne(int idsMost) {
            return ids == null ? heldFor != null || network != null : ids.size() <= idsMost;
        }
    }

    /** Held for one reason from one network on one day. */
    public record Heap(
            String campaign, Suspicion heldFor, String network, long signatures, Instant first, Instant last) {}

    private final EntityManager em;

    HeldSignatures(EntityManager em) {
        this.em = em;
    }

    /** The largest first. */
    @Transactional
    public List<Heap> heaps(int most) {
        return em.createQuery(
                        "select s.campaign.slug, s.heldFor, s.heldNetwork, count(*), min(s.createdAt), max(s.createdAt)"
                                + " from Signature s where s.status = ?1 and s.heldFor is not null"
                                + " group by s.campaign.slug, s.heldFor, s.heldNetwork order by count(*) desc",
                        Heap.class)
                .setParameter(1, SignatureStatus.HELD)
                .setMaxResults(most)
                .getResultList();
    }

    /** Ids of some of them; within the caller's transaction. */
    List<UUID> some(String slug, Choice choice, int most) {
        var query = "select s.id from Signature s where s.campaign = :campaign and s.status = :held";
        query += choice.ids() != null ? " and s.id in :ids" : " and s.heldFor is not null";
        query += choice.heldFor() != null ? " and s.heldFor = :heldFor" : "";
        query += choice.network() != null ? " and s.heldNetwork = :network" : "";
        var held = em.createQuery(query, UUID.class)
                .setParameter("campaign", Campaign.named(slug))
                .setParameter("held", SignatureStatus.HELD);
        if (choice.ids() != null) {
            held.setParameter("ids", choice.ids());
        }
        if (choice.heldFor() != null) {
            held.setParameter("heldFor", choice.heldFor());
        }
        if (choice.network() != null) {
            held.setParameter("network", choice.network());
        }
        return held.setMaxResults(most).getResultList();
    }
}

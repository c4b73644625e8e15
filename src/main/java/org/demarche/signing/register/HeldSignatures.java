package org.demarche.signing.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.guard.Suspicion;

/** What the guard holds, in heaps that can be judged at once; numbers follow with the next count. */
@ApplicationScoped
public class HeldSignatures {

    /**
     * Which of the held ones: those named, or else all with this reason, this network label, or both.
     *
     * @param reason for the audit trail
     */
    public record Choice(List<UUID> ids, Suspicion heldFor, String network, String reason) {}

    /** Held for one reason from one network on one day. */
    public record Heap(
            String campaign, Suspicion heldFor, String network, long signatures, Instant first, Instant last) {}

    /** Judged in one transaction; rows are locked no longer. */
    private static final int BATCH = 200;

    private final SignatureRegister register;
    private final EntityManager em;
    private final Event<Audited> audit;

    HeldSignatures(SignatureRegister register, EntityManager em, Event<Audited> audit) {
        this.register = register;
        this.em = em;
        this.audit = audit;
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

    /** Releases or rejects what is chosen; returns how many that were. */
    public long judge(String slug, Choice choice, boolean release, String actor) {
        if (choice == null
                || choice.ids() == null && choice.heldFor() == null && choice.network() == null
                || choice.ids() != null && choice.ids().size() > BATCH) {
            throw new BadInput("ids", "up to " + BATCH + " ids, or heldFor, or network");
        }
        var why = SignatureRegister.why(choice.reason());
        long judged = 0;
        int last;
        do {
            last = QuarkusTransaction.requiringNew().call(() -> judgeSome(slug, choice, release));
            judged += last;
        } while (last > 0);
        var said = judged + " signatures: " + why;
        QuarkusTransaction.requiringNew()
                .run(() ->
                        audit.fire(new Audited(actor, release ? "signature.release" : "signature.reject", slug, said)));
        return judged;
    }

    private int judgeSome(String slug, Choice choice, boolean release) {
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
        var ids = held.setMaxResults(BATCH).getResultList();
        return ids.isEmpty() ? 0 : register.judge(ids, release);
    }
}

package org.demarche.signing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.demarche.campaign.Campaign;

/** Reads a whole log leaf by leaf, as an outsider would, and trusts no stored subtree. */
@ApplicationScoped
public class LedgerReading {

    private static final int PAGE = 10_000;

    private record Subtree(long leaves, byte[] hash) {}

    private final EntityManager em;
    private final Ledger ledger;

    LedgerReading(EntityManager em, Ledger ledger) {
        this.em = em;
        this.ledger = ledger;
    }

    /**
     * The root of a campaign's log in hex.
     *
     * @throws IllegalStateException where leaves are missing or do not hash to the newest published head
     */
    @Transactional
    public String requireSound(Campaign campaign) {
        var head = ledger.head(campaign.id);
        long size = head.map(Ledger.Head::size).orElse(0L);
        var root = HexFormat.of().formatHex(root(campaign, size));
        if (head.isPresent() && !head.get().root().equals(root)) {
            throw new IllegalStateException("the ledger of " + campaign.slug + " does not hash to its published head");
        }
        return root;
    }

    private byte[] root(Campaign campaign, long size) {
        Deque<Subtree> whole = new ArrayDeque<>();
        for (long from = 0; from < size; from += PAGE) {
            var leaves = em.createNativeQuery(
                            "select hash from ledger_leaf where campaign_id = ?1 and place >= ?2 and place < ?3 order by place",
                            byte[].class)
                    .setParameter(1, campaign.id)
                    .setParameter(2, from)
                    .setParameter(3, Math.min(from + PAGE, size))
                    .getResultList();
            if (leaves.size() != Math.min(PAGE, size - from)) {
                throw new IllegalStateException("the ledger of " + campaign.slug + " misses leaves");
            }
            leaves.forEach(leaf -> grow(whole, (byte[]) leaf));
        }
        return joined(whole);
    }

    private static void grow(Deque<Subtree> whole, byte[] leaf) {
        var newest = new Subtree(1, leaf);
        while (!whole.isEmpty() && whole.peek().leaves() == newest.leaves()) {
            var left = whole.pop();
            newest = new Subtree(left.leaves() * 2, MerkleTree.nodeHash(left.hash(), newest.hash()));
        }
        whole.push(newest);
    }

    private static byte[] joined(Deque<Subtree> whole) {
        if (whole.isEmpty()) {
            return MerkleTree.emptyRoot();
        }
        var hash = whole.pop().hash();
        while (!whole.isEmpty()) {
            hash = MerkleTree.nodeHash(whole.pop().hash(), hash);
        }
        return hash;
    }
}

package org.demarche.staff.audit;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.demarche.common.Audited;

/**
 * The append-only trail. An entry is written in the transaction of the deed itself, so neither is there without the
 * other. Appending holds the head's lock until that transaction ends: fire {@link Audited} last, and keep no long work
 * behind it.
 */
@ApplicationScoped
public class AuditTrail {

    /**
     * What a full pass found.
     *
     * @param entries how many entries were looked at
     * @param firstBroken the number of the first entry that was changed, or after which one is missing; null where none
     */
    public record Verdict(boolean intact, long entries, Long firstBroken) {}

    /** Entries in memory at once during a full pass. */
    private static final int STEP = 500;

    private final Clock clock;

    AuditTrail(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    void append(@Observes Audited deed) {
        var head = AuditHead.locked();
        var before = head.seq == 0 ? AuditEntry.NOTHING : head.hash;
        var entry = AuditEntry.after(head.seq + 1, before, deed, clock.instant());
        entry.persist();
        head.seq = entry.seq;
        head.hash = entry.hash;
    }

    /** Newest first; pages from 0. */
    public List<AuditEntry> newest(int page, int size) {
        return AuditEntry.findAll(Sort.descending("seq"))
                .page(Page.of(page, size))
                .list();
    }

    public long size() {
        return AuditEntry.count();
    }

    /** Whether the entries of one page, newest first, are as written and without a gap between them. */
    public static boolean chained(List<AuditEntry> newestFirst) {
        for (int i = 0; i < newestFirst.size(); i++) {
            var entry = newestFirst.get(i);
            var older = i + 1 < newestFirst.size() ? newestFirst.get(i + 1) : null;
            var gap = older != null && older.seq != entry.seq - 1;
            if (gap || !entry.follows(older == null ? entry.previousHash : older.hash)) {
                return false;
            }
        }
        return true;
    }

    /** Reads the whole trail from its first entry to its head. */
    @Transactional
    public Verdict verify() {
        var head = AuditHead.current();
        var hash = AuditEntry.NOTHING;
        long seq = 0;
        while (seq < head.seq) {
            List<AuditEntry> entries = AuditEntry.find("seq > ?1 and seq <= ?2", Sort.by("seq"), seq, head.seq)
                    .page(0, STEP)
                    .list();
            if (entries.isEmpty()) {
                return new Verdict(false, seq, seq + 1);
            }
            for (var entry : entries) {
                if (entry.seq != seq + 1 || !entry.follows(hash)) {
                    return new Verdict(false, seq, seq + 1);
                }
                seq = entry.seq;
                hash = entry.hash;
            }
            AuditEntry.getEntityManager().clear();
        }
        var intact = seq == 0 ? head.hash == null : Arrays.equals(hash, head.hash);
        return new Verdict(intact, seq, intact ? null : seq);
    }
}

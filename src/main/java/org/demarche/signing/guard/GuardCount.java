package org.demarche.signing.guard;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How much one node let pass of one key in one window; only that node writes it. */
@Entity
@Table(name = "passing_guard_count")
class GuardCount extends PanacheEntityBase {

    /** More than that many are not worth reading every second. */
    private static final int READ_MAX = 5_000;

    /** Node and place. */
    @Id
    String id;

    UUID node;

    /** Limit, window and the key's hash for today. */
    String place;

    double taken;

    @Column(name = "expires_at")
    Instant expiresAt;

    static void put(UUID node, String place, double taken, Instant expiresAt) {
        var id = node + "/" + place;
        GuardCount row = findById(id);
        if (row == null) {
            row = new GuardCount();
            row.id = id;
            row.node = node;
            row.place = place;
            row.expiresAt = expiresAt;
            row.persist();
        }
        row.taken = taken;
    }

    /** What all nodes but this one let pass, by place. */
    static Map<String, Double> ofOthers(UUID node, Instant now) {
        var sums = new HashMap<String, Double>();
        GuardCount.<GuardCount>find("node <> ?1 and expiresAt > ?2 order by taken desc", node, now)
                .page(0, READ_MAX)
                .list()
                .forEach(row -> sums.merge(row.place, row.taken, Double::sum));
        return Map.copyOf(sums);
    }
}

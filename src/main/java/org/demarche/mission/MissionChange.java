package org.demarche.mission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One value of a mission that somebody changed; of an office, never of a person, so it is kept as it was. */
@Entity
@Table(name = "mission_change")
class MissionChange extends PanacheEntityBase {

    /** Stands for the mission itself: it came into the directory. */
    static final String ADDED = "code";

    @Id
    UUID id = UUID.randomUUID();

    String mission;

    @Column(name = "changed_at")
    Instant at;

    @Column(name = "changed_by")
    String by;

    String field;

    @Column(name = "value_before")
    String was;

    @Column(name = "value_after")
    String now;

    static void note(String mission, String by, MissionRow.Difference difference, Instant at) {
        var change = new MissionChange();
        change.mission = mission;
        change.at = at;
        change.by = by;
        change.field = difference.field();
        change.was = difference.was();
        change.now = difference.now();
        change.persist();
    }

    static List<MissionChange> of(String mission) {
        return list("mission = ?1 order by at desc, field", mission);
    }
}

package org.demarche.mission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Someone of the staff looked a mission's address up and found it right, on that day. */
@Entity
@Table(name = "mission_verification")
public class Verification extends PanacheEntityBase {

    /** Missions move and domains change: what nobody looked at for a year is not mailed. */
    static final Duration HOLDS_FOR = Duration.ofDays(365);

    @Id
    UUID id = UUID.randomUUID();

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "mission")
    Mission mission;

    @Column(name = "verified_at")
    Instant at;

    @Column(name = "verified_by")
    String by;

    /** What was verified; empty where the person found that the mission has none. */
    String email;

    String note;

    boolean holds(Instant now) {
        return at.plus(HOLDS_FOR).isAfter(now);
    }

    public Instant at() {
        return at;
    }

    /** The day in UTC, such as 2026-11-21. */
    public String day() {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    public String by() {
        return by;
    }

    public String email() {
        return email;
    }

    public String note() {
        return note;
    }
}

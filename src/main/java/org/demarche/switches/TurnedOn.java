package org.demarche.switches;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A switch that somebody has turned on, until it goes back by itself. */
@Entity
@Table(name = "off_switch")
class TurnedOn extends PanacheEntityBase {

    @Id
    @Enumerated(EnumType.STRING)
    OffSwitch name;

    @Column(name = "turned_on_by")
    String by;

    @Column(name = "turned_on_at")
    Instant at;

    @Column(name = "ends_at")
    Instant endsAt;
}

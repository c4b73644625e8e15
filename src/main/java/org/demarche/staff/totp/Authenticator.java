package org.demarche.staff.totp;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The authenticator of one member of staff; it counts once they have shown a code of it. */
@Entity
@Table(name = "staff_authenticator")
class Authenticator extends PanacheEntityBase {

    @Id
    @Column(name = "staff_id")
    UUID staffId;

    @Column(name = "secret_sealed")
    byte[] secretSealed;

    @Column(name = "last_step")
    long lastStep;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "confirmed_at")
    Instant confirmedAt;
}

package org.demarche.signing.guard;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A proof of work that was used; kept until it would be out of date. */
@Entity
@Table(name = "guard_challenge")
class UsedChallenge extends PanacheEntityBase {

    @Id
    String challenge;

    @Column(name = "expires_at")
    Instant expiresAt;
}

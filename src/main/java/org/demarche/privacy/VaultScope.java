package org.demarche.privacy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The key pair under which one campaign's, or the organisation's, personal data are sealed. */
@Entity
@Table(name = "vault_scope")
class VaultScope extends PanacheEntityBase {

    @Id
    String name;

    @Column(name = "public_keyset")
    String publicKeyset;

    /** Sealed under the master key; null once destroyed. */
    @Column(name = "private_keyset")
    byte[] privateKeyset;

    @Column(name = "created_at")
    Instant createdAt;
}

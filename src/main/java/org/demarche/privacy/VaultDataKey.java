package org.demarche.privacy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A symmetric key used for a minute or a thousand rows, itself sealed to its scope's public key. */
@Entity
@Table(name = "vault_data_key")
class VaultDataKey extends PanacheEntityBase {

    @Id
    UUID id;

    String scope;

    @Column(name = "sealed_key")
    byte[] sealedKey;

    @Column(name = "created_at")
    Instant createdAt;
}

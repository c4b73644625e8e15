package org.demarche.privacy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** By what a database knows the key that it was made with. */
@Entity
@Table(name = "vault_key_mark")
class KeyMark extends PanacheEntityBase {

    @Id
    String name;

    byte[] mark;
}

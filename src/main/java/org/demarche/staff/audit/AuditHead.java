package org.demarche.staff.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** Where the trail ends; its one row is locked by whoever appends. */
@Entity
@Table(name = "audit_head")
class AuditHead extends PanacheEntityBase {

    private static final int ONLY = 1;

    @Id
    int id;

    /** The number of the last entry; 0 while there is none. */
    long seq;

    /** The hash of the last entry; null while there is none. */
    byte[] hash;

    static AuditHead locked() {
        return findById(ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    static AuditHead current() {
        return findById(ONLY);
    }
}

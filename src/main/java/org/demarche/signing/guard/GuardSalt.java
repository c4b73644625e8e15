package org.demarche.signing.guard;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The chance that all nodes share for one day. */
@Entity
@Table(name = "passing_guard_salt")
class GuardSalt extends PanacheEntityBase {

    @Id
    @Column(name = "for_day")
    LocalDate forDay;

    byte[] chance;

    /** Offers some for the day and returns what holds; that of other days goes. */
    static byte[] agree(LocalDate day, byte[] offered) {
        delete("forDay < ?1", day);
        GuardSalt known = findById(day);
        if (known != null) {
            return known.chance;
        }
        getEntityManager()
                .createQuery("insert into GuardSalt (forDay, chance) values (:day, :chance)"
                        + " on conflict (forDay) do nothing")
                .setParameter("day", day)
                .setParameter("chance", offered)
                .executeUpdate();
        GuardSalt agreed = findById(day);
        return agreed.chance;
    }
}

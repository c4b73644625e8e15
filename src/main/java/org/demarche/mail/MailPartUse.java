package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** That a mail carries a file, and at which byte of its other bytes. */
@Entity
@IdClass(MailPartUse.Key.class)
@Table(name = "mail_part_use")
class MailPartUse extends PanacheEntityBase {

    record Key(UUID mail, int place) {}

    @Id
    UUID mail;

    @Id
    int place;

    UUID part;

    /** By statement, so that batches stay flat. */
    static void keep(UUID mail, int place, UUID part) {
        getEntityManager()
                .createQuery("insert into MailPartUse (mail, place, part) values (:mail, :place, :part)")
                .setParameter("mail", mail)
                .setParameter("place", place)
                .setParameter("part", part)
                .executeUpdate();
    }

    static List<MailPartUse> of(UUID mail) {
        return list("mail = ?1 order by place", mail);
    }
}

package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file that mails of one scope carry, sealed; named by its bytes, so that it is there once. */
@Entity
@Table(name = "mail_part")
class MailPart extends PanacheEntityBase {

    @Id
    UUID id;

    String scope;
    byte[] sealed;

    /** By statement, so that batches stay flat. */
    static void keep(UUID id, String scope, byte[] sealed) {
        getEntityManager()
                .createQuery("insert into MailPart (id, scope, sealed) values (:id, :scope, :sealed)"
                        + " on conflict (id) do nothing")
                .setParameter("id", id)
                .setParameter("scope", scope)
                .setParameter("sealed", sealed)
                .executeUpdate();
    }

    /** Deletes those of them that no mail carries any more. */
    static void deleteUnused(Iterable<UUID> ids) {
        ids.forEach(id -> delete("id = ?1 and not exists (select 1 from MailPartUse u where u.part = ?1)", id));
    }
}

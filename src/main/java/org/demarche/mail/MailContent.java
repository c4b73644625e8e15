package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The bytes of a mail, sealed, apart from its row so that claiming rows does not read them. */
@Entity
@Table(name = "mail_content")
class MailContent extends PanacheEntityBase {

    @Id
    UUID mail;

    byte[] sealed;

    /** How many files are kept apart from them. */
    int parts;

    /** By statement, so that batches stay flat. */
    static void keep(UUID mail, byte[] sealed, int parts) {
        getEntityManager()
                .createQuery("insert into MailContent (mail, sealed, parts) values (:mail, :sealed, :parts)")
                .setParameter("mail", mail)
                .setParameter("sealed", sealed)
                .setParameter("parts", parts)
                .executeUpdate();
    }
}

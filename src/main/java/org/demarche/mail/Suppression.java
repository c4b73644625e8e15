package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A mailbox that is not mailed any more: why, since when, and after which mail. */
@Entity
@Table(name = "mail_suppression")
class Suppression extends PanacheEntityBase {

    @Id
    @Column(name = "recipient_index")
    String recipientIndex;

    String reason;
    UUID mail;
    Instant at;

    static void begin(Mail mail, String reason, Instant now) {
        if (mail.recipientIndex == null || findById(mail.recipientIndex) != null) {
            return;
        }
        var suppression = new Suppression();
        suppression.recipientIndex = mail.recipientIndex;
        suppression.reason = reason;
        suppression.mail = mail.id;
        suppression.at = now;
        suppression.persist();
    }
}

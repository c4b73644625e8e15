package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The turnstile before one mission's mailbox: whoever holds this row decides who may pass. */
@Entity
@Table(name = "mail_throttle")
class Throttle extends PanacheEntityBase {

    @Id
    @Column(name = "recipient_index")
    String recipientIndex;

    /** The first slot that no waiting letter has; null for any. */
    @Column(name = "next_free")
    Instant nextFree;
}

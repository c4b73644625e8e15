package org.demarche.mail.returned;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** One mail that came in, taken in once however often it is seen. */
@Entity
@DynamicUpdate
@Table(name = "mail_returned")
class Returned extends PanacheEntityBase {

    @Id
    UUID id;

    /** Which mailbox; with the two below it names a mail for ever (RFC 9051 section 2.3.1.1). */
    String mailbox;

    @Column(name = "uid_validity")
    long uidValidity;

    long uid;

    @Column(name = "received_at")
    Instant receivedAt;

    @Enumerated(EnumType.STRING)
    ReturnedKind kind;

    /** The mail of ours it is about; null where nothing proves one. */
    UUID mail;

    String campaign;
    UUID reference;
    UUID person;
    String status;

    @Column(name = "sealed_content")
    byte[] sealedContent;

    @Column(name = "handled_by")
    String handledBy;

    @Column(name = "handled_at")
    Instant handledAt;

    static long lastUid(String mailbox, long uidValidity) {
        Long last = getEntityManager()
                .createQuery("select max(uid) from Returned where mailbox = ?1 and uidValidity = ?2", Long.class)
                .setParameter(1, mailbox)
                .setParameter(2, uidValidity)
                .getSingleResult();
        return last == null ? 0 : last;
    }

    /** False where another node was quicker. */
    boolean insertOnce() {
        return getEntityManager()
                        .createQuery("""
                        insert into Returned (id, mailbox, uidValidity, uid, receivedAt, kind)
                        values (:id, :mailbox, :uidValidity, :uid, :receivedAt, :kind) on conflict (id) do nothing""")
                        .setParameter("id", id)
                        .setParameter("mailbox", mailbox)
                        .setParameter("uidValidity", uidValidity)
                        .setParameter("uid", uid)
                        .setParameter("receivedAt", receivedAt)
                        .setParameter("kind", kind)
                        .executeUpdate()
                == 1;
    }

    static List<Returned> of(UUID person) {
        return list("person", person);
    }
}

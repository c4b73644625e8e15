package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.demarche.mail.rules.Verdict;
import org.hibernate.annotations.DynamicUpdate;

/** A row of the outbox. */
@Entity
@DynamicUpdate
@Table(name = "mail")
class Mail extends PanacheEntityBase {

    static final String KEPT = "no relay is set: kept in the local mailbox";

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    @Enumerated(EnumType.STRING)
    Lane lane;

    String scope;
    String campaign;
    UUID reference;
    UUID person;

    /** Null once erased. */
    @Column(name = "recipient_index")
    String recipientIndex;

    @Column(name = "sealed_recipient")
    byte[] sealedRecipient;

    @Column(name = "sealed_subject")
    byte[] sealedSubject;

    /** The form letter that it fills; null where its bytes are stored as they are. */
    UUID form;

    /** What fills the form's blanks; null once erased. */
    @Column(name = "sealed_blanks")
    byte[] sealedBlanks;

    String zone;

    @Enumerated(EnumType.STRING)
    MailState state;

    @Enumerated(EnumType.STRING)
    Hold hold;

    int attempts;

    @Column(name = "last_answer")
    String lastAnswer;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "due_at")
    Instant dueAt;

    /** Its place in line before a mission's mailbox. */
    @Column(name = "slot_at")
    Instant slotAt;

    @Column(name = "first_try_at")
    Instant firstTryAt;

    @Column(name = "answered_at")
    Instant answeredAt;

    UUID node;

    @Column(name = "leased_until")
    Instant leasedUntil;

    @Column(name = "handed_at")
    Instant handedAt;

    ZoneId zone() {
        return zone == null ? null : ZoneId.of(zone);
    }

    boolean isLetter() {
        return purpose == Purpose.MISSION_LETTER;
    }

    /** Inserts the row unless another transaction just queued the same mail; by statement, so that batches stay flat. */
    boolean insertOnce(EntityManager entities) {
        return entities.createQuery("""
                        insert into Mail (id, purpose, lane, scope, campaign, reference, person, recipientIndex,
                            sealedRecipient, sealedSubject, form, sealedBlanks, zone, state, hold, attempts, lastAnswer, queuedAt, dueAt)
                        values (:id, :purpose, :lane, :scope, :campaign, :reference, :person, :recipientIndex,
                            :sealedRecipient, :sealedSubject, :form, :sealedBlanks, :zone, :state, :hold, 0, :lastAnswer, :queuedAt, :dueAt)
                        on conflict (id) do nothing""")
                        .setParameter("id", id)
                        .setParameter("purpose", purpose)
                        .setParameter("lane", lane)
                        .setParameter("scope", scope)
                        .setParameter("campaign", campaign)
                        .setParameter("reference", reference)
                        .setParameter("person", person)
                        .setParameter("recipientIndex", recipientIndex)
                        .setParameter("sealedRecipient", sealedRecipient)
                        .setParameter("sealedSubject", sealedSubject)
                        .setParameter("form", form)
                        .setParameter("sealedBlanks", sealedBlanks)
                        .setParameter("zone", zone)
                        .setParameter("state", state)
                        .setParameter("hold", hold)
                        .setParameter("lastAnswer", lastAnswer)
                        .setParameter("queuedAt", queuedAt)
                        .setParameter("dueAt", dueAt)
                        .executeUpdate()
                == 1;
    }

    /** Back in the queue, nobody's. */
    void queueAgain(Instant due) {
        become(MailState.QUEUED, lastAnswer);
        dueAt = due;
    }

    void leaseTo(UUID process, Instant until) {
        become(MailState.SENDING, lastAnswer);
        node = process;
        leasedUntil = until;
    }

    boolean isSentBy(UUID process) {
        return state == MailState.SENDING && process.equals(node);
    }

    /** Sending it again might send it twice, which is worse than once too few. */
    boolean isInDoubt() {
        return isLetter() && handedAt != null;
    }

    void hold(Hold why, String answer) {
        become(MailState.HELD, answer);
        hold = why;
    }

    /** Only what is certainly the mailbox's fault silences it; a refused sender is ours to put right. */
    void refused(Verdict verdict, String answer, Instant now) {
        switch (verdict) {
            case GONE -> {
                become(MailState.HARD_BOUNCED, answer);
                Suppression.begin(this, answer, now);
            }
            case PROBABLY_GONE -> become(MailState.HARD_BOUNCED, answer);
            case NOT_NOW -> become(MailState.SOFT_BOUNCED, answer);
            case OURS -> hold(Hold.REFUSED, answer);
        }
    }

    void become(MailState next, String answer) {
        state = next;
        lastAnswer = answer;
        hold = null;
        node = null;
        leasedUntil = null;
        handedAt = null;
    }

    MailAnswered answered() {
        return new MailAnswered(id, purpose, reference, person, state, attempts, lastAnswer);
    }
}

package org.demarche.mail;

import static org.demarche.common.database.BulkInsert.Type.BYTEA;
import static org.demarche.common.database.BulkInsert.Type.INTEGER;
import static org.demarche.common.database.BulkInsert.Type.TIMESTAMP;
import static org.demarche.common.database.BulkInsert.Type.UUID;
import static org.demarche.common.database.BulkInsert.Type.VARCHAR;

import java.util.List;
import org.demarche.common.database.BulkInsert;
import org.demarche.common.database.BulkInsert.Column;

/** A mail that fills a form letter, sealed and ready to be stored with many others: {@link Outbox#ready}. */
public final class ReadyMail {

    static final BulkInsert INSERT = new BulkInsert(
            "mail",
            List.of(
                    new Column("id", UUID),
                    new Column("purpose", VARCHAR),
                    new Column("lane", VARCHAR),
                    new Column("scope", VARCHAR),
                    new Column("campaign", VARCHAR),
                    new Column("reference", UUID),
                    new Column("person", UUID),
                    new Column("recipient_index", VARCHAR),
                    new Column("sealed_recipient", BYTEA),
                    new Column("sealed_subject", BYTEA),
                    new Column("form", UUID),
                    new Column("sealed_blanks", BYTEA),
                    new Column("state", VARCHAR),
                    new Column("hold", VARCHAR),
                    new Column("attempts", INTEGER),
                    new Column("last_answer", VARCHAR),
                    new Column("queued_at", TIMESTAMP),
                    new Column("due_at", TIMESTAMP)));

    private final Mail mail;

    ReadyMail(Mail mail) {
        this.mail = mail;
    }

    Lane lane() {
        return mail.lane;
    }

    boolean isDue() {
        return mail.state == MailState.QUEUED;
    }

    Object[] row() {
        return new Object[] {
            mail.id,
            mail.purpose.name(),
            mail.lane.name(),
            mail.scope,
            mail.campaign,
            mail.reference,
            mail.person,
            mail.recipientIndex,
            mail.sealedRecipient,
            mail.sealedSubject,
            mail.form,
            mail.sealedBlanks,
            mail.state.name(),
            mail.hold == null ? null : mail.hold.name(),
            mail.attempts,
            mail.lastAnswer,
            mail.queuedAt,
            mail.dueAt
        };
    }
}

package org.demarche.signing.intake;

import static org.demarche.common.database.BulkInsert.Type.BOOLEAN;
import static org.demarche.common.database.BulkInsert.Type.BYTEA;
import static org.demarche.common.database.BulkInsert.Type.INTEGER;
import static org.demarche.common.database.BulkInsert.Type.TIMESTAMP;
import static org.demarche.common.database.BulkInsert.Type.UUID;
import static org.demarche.common.database.BulkInsert.Type.VARCHAR;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.demarche.common.database.BulkInsert;
import org.demarche.common.database.BulkInsert.Column;
import org.demarche.mail.ReadyMail;

/**
 * A signature, checked, sealed and indexed, with the mail that asks to confirm it.
 *
 * @param row in the order of {@link #INSERT}
 */
public record ReadySignature(UUID id, Object[] row, ReadyMail mail) {

    private static final List<Column> COLUMNS = List.of(
            new Column("id", UUID),
            new Column("campaign_id", UUID),
            new Column("status", VARCHAR),
            new Column("person", BYTEA),
            new Column("person_index", BYTEA),
            new Column("mailbox_index", BYTEA),
            new Column("country", VARCHAR),
            new Column("disclosure", VARCHAR),
            new Column("public_name", BOOLEAN),
            new Column("news", BOOLEAN),
            new Column("language", VARCHAR),
            new Column("letter_version", INTEGER),
            new Column("origin", VARCHAR),
            new Column("source", VARCHAR),
            new Column("my_hash", BYTEA),
            new Column("created_at", TIMESTAMP),
            new Column("consent_version", INTEGER),
            new Column("words", VARCHAR),
            new Column("held_for", VARCHAR),
            new Column("held_network", VARCHAR),
            new Column("confirmation_hash", BYTEA),
            new Column("confirmation_mails", INTEGER),
            new Column("confirm_by", TIMESTAMP),
            new Column("counted", BOOLEAN),
            new Column("name_index", BYTEA));

    /** A form is a signature without the last five: its link leads nowhere, it is counted and found nowhere. */
    private static final int OF_FORM = COLUMNS.size() - 5;

    static final BulkInsert INSERT = new BulkInsert("signature", COLUMNS);
    static final BulkInsert INSERT_AGAIN = new BulkInsert("signature_again", COLUMNS.subList(0, OF_FORM));

    Object[] form() {
        return Arrays.copyOf(row, OF_FORM);
    }
}

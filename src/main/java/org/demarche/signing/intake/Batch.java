package org.demarche.signing.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.demarche.mail.Outbox;

/** Stores a handful of signatures and their mails in one transaction. */
@ApplicationScoped
class Batch {

    private final DataSource database;
    private final Outbox outbox;

    Batch(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Commits them and gives the ids of those that are there now; the others clash with somebody who is there already.
     *
     * @throws SQLException where nothing was stored, or where nobody knows because the answer to the commit was lost
     */
    Set<UUID> store(List<ReadySignature> signatures) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var stored = insert(connection, signatures);
                connection.commit();
                return stored;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Set<UUID> insert(Connection connection, List<ReadySignature> signatures) throws SQLException {
        var stored = ReadySignature.INSERT.insert(
                connection, signatures.stream().map(ReadySignature::row).toList());
        outbox.store(
                connection,
                signatures.stream()
                        .filter(signature -> stored.contains(signature.id()))
                        .map(ReadySignature::mail)
                        .toList());
        return stored;
    }

    private static void rollback(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            because.addSuppressed(gone);
        }
    }
}

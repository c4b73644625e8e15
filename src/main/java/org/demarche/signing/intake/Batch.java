package org.demarche.signing.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * Commits them and gives the ids of the signatures that are there now; the others clash with somebody who is there
     * already, and are stored as forms to be looked at later: with as many statements as a signature and its mail.
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
        var fresh =
                signatures.stream().collect(Collectors.partitioningBy(signature -> stored.contains(signature.id())));
        outbox.store(
                connection, fresh.get(true).stream().map(ReadySignature::mail).toList());
        ReadySignature.INSERT_AGAIN.insert(
                connection, fresh.get(false).stream().map(ReadySignature::form).toList());
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

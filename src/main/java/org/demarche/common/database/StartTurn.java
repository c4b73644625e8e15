package org.demarche.common.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Nodes that start at once on one PostgreSQL take turns: the first one fills the empty tables, the others find them
 * filled. A node that dies in its turn loses its connection, and with it the turn.
 */
@ApplicationScoped
class StartTurn {

    /** Before the first observer that writes, and after the last. */
    private static final int BEFORE_ALL = 2;

    private static final int AFTER_ALL = 4_900;

    /** "demarche" in bytes; any number that nobody else locks. */
    private static final long LOCK = 0x64656d6172636865L;

    private final DataSource dataSource;
    private Connection turn;

    StartTurn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void begin(@Observes @Priority(BEFORE_ALL) StartupEvent started) throws SQLException {
        var connection = dataSource.getConnection();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            call(connection, "select pg_advisory_lock(?)");
            turn = connection;
        } else {
            connection.close();
        }
    }

    void end(@Observes @Priority(AFTER_ALL) StartupEvent started) throws SQLException {
        if (turn != null) {
            try (var connection = turn) {
                call(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private static void call(Connection connection, String function) throws SQLException {
        try (var statement = connection.prepareStatement(function)) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }
}

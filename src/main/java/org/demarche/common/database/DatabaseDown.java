package org.demarche.common.database;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;

/** Whether the database could not be reached, as against a statement it refused. */
public final class DatabaseDown {

    private static final Set<String> EXHAUSTED = Set.of("58030", "90028", "90031", "90098");

    private DatabaseDown() {}

    /** Whether this, or what caused it, is the database not answering. */
    public static boolean isBehind(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLException refused && isUnreachable(refused)
                    || isLostInCommit(cause)) {
                return true;
            }
        }
        return false;
    }

    /** A connection that dies while its transaction is committed: the transaction manager says so, and not why. */
    private static boolean isLostInCommit(Throwable e) {
        return e instanceof RollbackException && e.getCause() == null;
    }

    /** SQLSTATE class 08: connection exception. 57P01 to 57P03: PostgreSQL going down or coming up. */
    private static boolean isUnreachable(SQLException e) {
        var state = e.getSQLState();
        if (state == null) {
            // The pool's own time-out carries no state.
            return e.getMessage() != null && e.getMessage().toLowerCase().contains("acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P0") || isExhausted(state);
    }

    /**
     * Room may be made, and then all goes on. Class 53 and 58030: PostgreSQL's disk is full, or its memory or connections
     * are used up. The others: H2 cannot write, and closed itself.
     */
    private static boolean isExhausted(String state) {
        return state.startsWith("53") || EXHAUSTED.contains(state);
    }
}

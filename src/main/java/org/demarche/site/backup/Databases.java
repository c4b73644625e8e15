package org.demarche.site.backup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.demarche.common.database.EitherDriver;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections of their own for long readings, so that the pool stays with those who sign. */
@ApplicationScoped
class Databases {

    private final String url;
    private final String user;
    private final String password;

    Databases(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password.orElse("");
    }

    String url() {
        return url;
    }

    boolean isH2() {
        return url.startsWith("jdbc:h2:");
    }

    /** The database of this process, in one transaction until the connection is closed. */
    Connection own() throws SQLException {
        return open(url, user, password);
    }

    /** The same, seeing the database as it is at the first statement, whatever others do meanwhile. */
    Connection snapshot() throws SQLException {
        return snapshot(url, user, password);
    }

    static Connection snapshot(String url, String user, String password) throws SQLException {
        var connection = open(url, user, password);
        if (url.startsWith("jdbc:h2:")) {
            try (var statement = connection.createStatement()) {
                statement.execute("set session characteristics as transaction isolation level snapshot");
                // Row by row, or H2 would hold a whole table before the first one.
                statement.execute("set lazy_query_execution true");
            }
            connection.commit();
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
        }
        return connection;
    }

    private static Connection open(String url, String user, String password) throws SQLException {
        var account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        var connection = new EitherDriver().connect(url, account);
        connection.setAutoCommit(false);
        return connection;
    }
}

package org.demarche.site.backup;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.database.copy.Rows;
import org.demarche.common.database.copy.Sum;
import org.demarche.common.database.copy.Tables;

/** Moves everything from another database into this one in one transaction, and compares both sides row by row. */
@ApplicationScoped
public class Move {

    private final Databases databases;

    Move(Databases databases) {
        this.databases = databases;
    }

    /**
     * Copies all tables.
     *
     * @param url JDBC URL of the database to leave; nobody may be writing to it
     * @return what each table holds now, on both sides
     */
    public Map<String, Sum> from(String url, String user, String password) throws SQLException, IOException {
        var sums = new TreeMap<String, Sum>();
        try (var source = Databases.snapshot(url, user, password);
                var target = databases.own()) {
            if (!Tables.migrations(source).equals(Tables.migrations(target))) {
                throw new IOException("start this release on the old database once, so that both have the same tables");
            }
            for (var table : Restore.emptied(target)) {
                var sent = Rows.copy(source, target, table);
                var found = Rows.sum(target, table);
                if (!sent.equals(found)) {
                    throw new IOException("table " + table.name() + " differs: sent " + sent + ", found " + found);
                }
                sums.put(table.name(), found);
            }
            target.commit();
            source.rollback();
        }
        return sums;
    }
}

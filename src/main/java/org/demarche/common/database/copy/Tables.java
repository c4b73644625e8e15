package org.demarche.common.database.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a schema, those that others refer to first, without the one that remembers migrations and those whose rows pass. */
public final class Tables {

    private static final String MIGRATIONS = "flyway_schema_history";

    private Tables() {}

    public static List<Table> of(Connection database) throws SQLException {
        var references = new TreeMap<String, Set<String>>();
        try (var found = database.getMetaData()
                .getTables(null, database.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                references.put(found.getString("TABLE_NAME"), new TreeSet<>());
            }
        }
        references.keySet().removeIf(name -> name.equalsIgnoreCase(MIGRATIONS) || isPassing(name));
        for (var entry : references.entrySet()) {
            try (var keys = database.getMetaData().getImportedKeys(null, database.getSchema(), entry.getKey())) {
                while (keys.next()) {
                    entry.getValue().add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        var tables = new ArrayList<Table>();
        for (var name : inOrder(references)) {
            tables.add(new Table(name.toLowerCase(Locale.ROOT), columns(database, name)));
        }
        return tables;
    }

    /** Such rows live for hours, and must not live longer by being copied. */
    private static boolean isPassing(String table) {
        return table.toLowerCase(Locale.ROOT).startsWith("passing_");
    }

    private static Set<String> inOrder(TreeMap<String, Set<String>> references) {
        var placed = new LinkedHashSet<String>();
        while (placed.size() < references.size()) {
            var before = placed.size();
            references.forEach((name, needed) -> {
                if (needed.stream().allMatch(other -> other.equals(name) || placed.contains(other))) {
                    placed.add(name);
                }
            });
            if (placed.size() == before) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
        }
        return placed;
    }

    private static List<Table.Column> columns(Connection database, String table) throws SQLException {
        var columns = new ArrayList<Table.Column>();
        try (var found = database.getMetaData().getColumns(null, database.getSchema(), table, null)) {
            while (found.next()) {
                columns.add(new Table.Column(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        Kind.of(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME"))));
            }
        }
        columns.sort(Comparator.comparing(Table.Column::name));
        return columns;
    }

    /** The migrations that made this schema what it is: two databases with the same ones hold the same tables. */
    public static List<String> migrations(Connection database) throws SQLException {
        var applied = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select \"version\" from \"" + MIGRATIONS
                        + "\" where \"success\" = true and \"version\" is not null")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        }
        applied.sort(null);
        return applied;
    }
}

package org.demarche.common.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Inserts many rows into one table, leaving out those that a unique key keeps out. PostgreSQL gets them as one statement
 * over arrays, which costs it a third of the work of a statement a row; H2, in our own process, gets them one by one.
 */
public final class BulkInsert {

    /** SQLSTATE of a row that a unique key keeps out. */
    private static final String THERE_ALREADY = "23505";

    /** The types a column may have, by the names both databases know. */
    public enum Type {
        UUID,
        VARCHAR,
        BYTEA,
        INTEGER,
        BOOLEAN,
        TIMESTAMP;

        private String element() {
            return switch (this) {
                case UUID -> "uuid";
                case VARCHAR -> "varchar";
                case BYTEA -> "bytea";
                case INTEGER -> "int4";
                case BOOLEAN -> "bool";
                case TIMESTAMP -> "timestamptz";
            };
        }
    }

    /** One column of the table. */
    public record Column(String name, Type type) {}

    private final List<Column> columns;
    private final String rowByRow;
    private final String atOnce;

    /** @param columns the first is the primary key, a {@link Type#UUID} */
    public BulkInsert(String table, List<Column> columns) {
        this.columns = List.copyOf(columns);
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        this.rowByRow = "insert into " + table + " (" + names + ") values ("
                + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
        this.atOnce = "insert into " + table + " (" + names + ") select * from unnest("
                + columns.stream().map(c -> "?::" + c.type().element() + "[]").collect(Collectors.joining(", "))
                + ") on conflict do nothing returning " + columns.getFirst().name();
    }

    /**
     * Inserts in the connection's transaction.
     *
     * @param rows one value a column: UUID, String, byte[], Integer, Boolean or Instant; null where the column allows it
     * @return the primary keys of the rows that are in the table now
     */
    public Set<UUID> insert(Connection connection, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return EitherDriver.isH2(connection.getMetaData().getURL())
                ? oneByOne(connection, rows)
                : together(connection, rows);
    }

    private Set<UUID> together(Connection connection, List<Object[]> rows) throws SQLException {
        try (var statement = connection.prepareStatement(atOnce)) {
            for (int place = 0; place < columns.size(); place++) {
                statement.setArray(
                        place + 1,
                        connection.createArrayOf(columns.get(place).type().element(), column(rows, place)));
            }
            var inserted = new HashSet<UUID>();
            try (var keys = statement.executeQuery()) {
                while (keys.next()) {
                    inserted.add(keys.getObject(1, UUID.class));
                }
            }
            return inserted;
        }
    }

    /** The driver sends arrays of bytes and of text in binary form; all other types go as text. */
    private Object[] column(List<Object[]> rows, int place) {
        boolean bytes = columns.get(place).type() == Type.BYTEA;
        Object[] values = bytes ? new byte[rows.size()][] : new String[rows.size()];
        for (int row = 0; row < values.length; row++) {
            var value = rows.get(row)[place];
            values[row] = bytes || value == null ? value : value.toString();
        }
        return values;
    }

    private Set<UUID> oneByOne(Connection connection, List<Object[]> rows) throws SQLException {
        var inserted = new HashSet<UUID>();
        try (var statement = connection.prepareStatement(rowByRow)) {
            for (var row : rows) {
                if (insertOne(statement, row)) {
                    inserted.add((UUID) row[0]);
                }
            }
        }
        return inserted;
    }

    /** A row that is refused undoes its own statement in H2, and nothing else of the transaction. */
    private static boolean insertOne(PreparedStatement statement, Object[] row) throws SQLException {
        for (int place = 0; place < row.length; place++) {
            statement.setObject(place + 1, row[place] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : row[place]);
        }
        try {
            statement.executeUpdate();
            return true;
        } catch (SQLException refused) {
            if (THERE_ALREADY.equals(refused.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }
}

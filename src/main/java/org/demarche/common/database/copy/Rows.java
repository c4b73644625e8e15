package org.demarche.common.database.copy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of one table as bytes: one flag before each row, its values in the order of the table's columns. */
public final class Rows {

    /** Rows held in memory on their way: some of them are whole mails. */
    private static final int FETCH = 200;

    private static final int BATCH_BYTES = 4 << 20;

    @FunctionalInterface
    private interface Sink {
        void take(byte[] row) throws IOException, SQLException;
    }

    private Rows() {}

    /** Reads the whole table without keeping it. */
    public static Sum sum(Connection database, Table table) throws SQLException, IOException {
        return each(database, table, row -> {});
    }

    /** Writes the whole table; the connection's transaction decides what is seen of it. */
    public static Sum write(Connection database, Table table, DataOutputStream out) throws SQLException, IOException {
        var sum = each(database, table, row -> {
            out.writeBoolean(true);
            out.writeInt(row.length);
            out.write(row);
        });
        out.writeBoolean(false);
        return sum;
    }

    /** Fills an empty table with what {@link #write} wrote. */
    public static Sum read(Connection database, Table table, DataInputStream in) throws SQLException, IOException {
        try (var inserts = new Inserts(database, table)) {
            while (in.readBoolean()) {
                inserts.add(in.readNBytes(in.readInt()));
            }
            return inserts.end();
        }
    }

    /** Fills an empty table from the same table of another database. */
    public static Sum copy(Connection from, Connection to, Table table) throws SQLException, IOException {
        try (var inserts = new Inserts(to, table)) {
            each(from, table, inserts::add);
            return inserts.end();
        }
    }

    private static Sum each(Connection database, Table table, Sink sink) throws SQLException, IOException {
        var sum = Sum.NONE;
        try (var statement = database.createStatement()) {
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    var row = bytes(table, rows);
                    sum = sum.with(row);
                    sink.take(row);
                }
            }
        }
        return sum;
    }

    private static byte[] bytes(Table table, ResultSet rows) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (int i = 0; i < table.columns().size(); i++) {
            var kind = table.columns().get(i).kind();
            kind.write(out, kind.read(rows, i + 1));
        }
        return bytes.toByteArray();
    }

    /** Inserts that wait for each other until there are enough of them. */
    private static final class Inserts implements AutoCloseable {

        private final Table table;
        private final java.sql.PreparedStatement insert;
        private Sum sum = Sum.NONE;
        private int waiting;

        Inserts(Connection database, Table table) throws SQLException {
            this.table = table;
            this.insert = database.prepareStatement(table.insert());
        }

        void add(byte[] row) throws IOException, SQLException {
            var in = new DataInputStream(new ByteArrayInputStream(row));
            for (int i = 0; i < table.columns().size(); i++) {
                var kind = table.columns().get(i).kind();
                kind.set(insert, i + 1, kind.read(in));
            }
            insert.addBatch();
            sum = sum.with(row);
            waiting += row.length;
            if (waiting > BATCH_BYTES || sum.rows() % FETCH == 0) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        Sum end() throws SQLException {
            insert.executeBatch();
            return sum;
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}

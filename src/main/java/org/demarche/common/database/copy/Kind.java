package org.demarche.common.database.copy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The kinds of values our columns hold, whatever each database calls them. */
enum Kind {
    TEXT,
    NUMBER,
    DECIMAL,
    TRUTH,
    BYTES,
    ID,
    TIME,
    DATE;

    /** @throws IllegalArgumentException for a type that was never tried here: better no copy than a wrong one */
    static Kind of(int jdbcType, String typeName) {
        return switch (typeName.toLowerCase()) {
            case "uuid" -> ID;
            case "timestamptz", "timestamp with time zone" -> TIME;
            case "bool", "boolean" -> TRUTH;
            default ->
                switch (jdbcType) {
                    case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.CHAR -> TEXT;
                    case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> NUMBER;
                    case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
                    case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
                    case Types.DATE -> DATE;
                    default -> throw new IllegalArgumentException("no rule for columns of type " + typeName);
                };
        };
    }

    /** The value in a column of a row; null where it holds none. */
    Object read(ResultSet row, int column) throws SQLException {
        Object value = switch (this) {
            case TEXT -> row.getString(column);
            case NUMBER -> row.getLong(column);
            case DECIMAL -> row.getBigDecimal(column);
            case TRUTH -> row.getBoolean(column);
            case BYTES -> row.getBytes(column);
            case ID -> row.getObject(column, UUID.class);
            case TIME -> instant(row.getObject(column, OffsetDateTime.class));
            case DATE -> row.getObject(column, LocalDate.class);
        };
        return row.wasNull() ? null : value;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    void set(PreparedStatement insert, int column, Object value) throws SQLException {
        switch (value) {
            case null -> insert.setNull(column, Types.NULL);
            case String text -> insert.setString(column, text);
            case Long number -> insert.setLong(column, number);
            case BigDecimal decimal -> insert.setBigDecimal(column, decimal);
            case Boolean truth -> insert.setBoolean(column, truth);
            case byte[] bytes -> insert.setBytes(column, bytes);
            case Instant time -> insert.setObject(column, time.atOffset(ZoneOffset.UTC));
            default -> insert.setObject(column, value);
        }
    }

    void write(DataOutputStream out, Object value) throws IOException {
        out.writeBoolean(value != null);
        if (value == null) {
            return;
        }
        switch (this) {
            case NUMBER -> out.writeLong((long) value);
            case TRUTH -> out.writeBoolean((boolean) value);
            case ID -> {
                out.writeLong(((UUID) value).getMostSignificantBits());
                out.writeLong(((UUID) value).getLeastSignificantBits());
            }
            case TIME -> {
                out.writeLong(((Instant) value).getEpochSecond());
                out.writeInt(((Instant) value).getNano());
            }
            case DATE -> out.writeLong(((LocalDate) value).toEpochDay());
            case BYTES -> bytes(out, (byte[]) value);
            case DECIMAL ->
                bytes(
                        out,
                        ((BigDecimal) value)
                                .stripTrailingZeros()
                                .toPlainString()
                                .getBytes(StandardCharsets.UTF_8));
            case TEXT -> bytes(out, ((String) value).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    Object read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        return switch (this) {
            case NUMBER -> in.readLong();
            case TRUTH -> in.readBoolean();
            case ID -> new UUID(in.readLong(), in.readLong());
            case TIME -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case BYTES -> in.readNBytes(in.readInt());
            case DECIMAL -> new BigDecimal(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        };
    }
}

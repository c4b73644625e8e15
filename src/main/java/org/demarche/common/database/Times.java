package org.demarche.common.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a {@code timestamp with time zone} out of a native query, whichever type the driver chose for it. */
public final class Times {

    private Times() {}

    /** The instant, or null for null. */
    public static Instant instant(Object value) {
        return switch (value) {
            case null -> null;
            case Instant i -> i;
            case OffsetDateTime o -> o.toInstant();
            case Timestamp t -> t.toInstant();
            default -> throw new IllegalArgumentException("not a time: " + value.getClass());
        };
    }
}

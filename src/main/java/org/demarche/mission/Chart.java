package org.demarche.mission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Coordinates on paper by Miller's cylindrical projection, in tenths of a degree, and the coasts drawn in it. */
final class Chart {

    /** The path of all coasts, from {@code missions/land.txt}. */
    static final String LAND = land();

    private Chart() {}

    /** From the left; Greenwich is 0. */
    static double x(double longitude) {
        return longitude * 10;
    }

    /** From the top; the equator is 0, the north negative. */
    static double y(double latitude) {
        double stretched = 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * Math.toRadians(latitude)));
        return Math.round(-Math.toDegrees(stretched) * 100) / 10.0;
    }

    private static String land() {
        var path = "missions/land.txt";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing on the classpath: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

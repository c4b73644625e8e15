package org.demarche.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A figure to reach, by its number in the list of targets.
 *
 * @param unit such as letters/s
 * @param atLeast whether more is better
 */
public record Target(String id, String unit, boolean atLeast, double wanted) {

    public static Target atLeast(String id, double wanted, String unit) {
        return new Target(id, unit, true, wanted);
    }

    public static Target atMost(String id, double wanted, String unit) {
        return new Target(id, unit, false, wanted);
    }

    /** Hands in what was measured, without a peer. */
    public void measured(double figure) {
        measured(figure, Double.NaN);
    }

    /** Hands in what was measured here and what a peer reached in the same run; {@code bin/bench} prints it at the end. */
    public void measured(double figure, double peer) {
        boolean reached = atLeast ? figure >= wanted : figure <= wanted;
        var line = String.join(
                "\t",
                id,
                number(figure) + " " + unit,
                Double.isNaN(peer) ? "-" : number(peer) + " " + unit,
                Double.isNaN(peer) ? "-" : "%.2f".formatted(figure / peer),
                (atLeast ? ">= " : "<= ") + number(wanted) + " " + unit,
                reached ? "ok" : "short");
        var collected = System.getenv("BENCH_LINES");
        try {
            if (collected == null) System.out.println(line);
            else
                Files.writeString(
                        Path.of(collected),
                        line + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three figures tell enough of a busy machine. */
    private static String number(double value) {
        var rounded = BigDecimal.valueOf(value).round(new MathContext(value >= 1000 ? 4 : 3));
        return rounded.stripTrailingZeros().toPlainString();
    }
}

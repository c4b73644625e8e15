package org.demarche.pdf;

import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody drew with a pen on a field of {@value #WIDTH} by {@value #HEIGHT} units.
 *
 * @param path SVG path data (SVG 2, section 9.3) of nothing but absolute M, L, Q and C, one blank between all parts; it holds
 *     no character that markup would have to escape
 */
public record PenStrokes(String path) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;

    /** Characters; a pad that takes a point every ten milliseconds fills it in half a minute. */
    public static final int LONGEST = 16_000;

    private static final Pattern STEP = Pattern.compile("([MLQC])((?:[ ,]*\\d{1,3}(?:\\.\\d{1,2})?(?![\\d.]))*)[ ,]*");
    private static final Pattern SEPARATORS = Pattern.compile("[ ,]+");

    /** The strokes; empty for anything else, be it too long, outside the field or without a line. */
    public static Optional<PenStrokes> of(String data) {
        if (data == null || data.length() > LONGEST) return Optional.empty();
        var steps = STEP.matcher(data.strip()).results().toList();
        int read = steps.stream().mapToInt(step -> step.group().length()).sum();
        if (read != data.strip().length()
                || steps.size() < 2
                || !letter(steps.getFirst()).equals("M")) {
            return Optional.empty();
        }
        var path = new StringBuilder();
        boolean draws = false;
        for (var step : steps) {
            var numbers = numbers(step);
            if (numbers.length != count(letter(step)) || !isInField(numbers)) return Optional.empty();
            draws |= !letter(step).equals("M");
            path.append(' ').append(letter(step));
            for (var number : numbers) path.append(' ').append(number);
        }
        return draws ? Optional.of(new PenStrokes(path.substring(1))) : Optional.empty();
    }

    private static String letter(MatchResult step) {
        return step.group(1);
    }

    private static String[] numbers(MatchResult step) {
        var all = SEPARATORS.matcher(step.group(2)).replaceAll(" ").strip();
        return all.isEmpty() ? new String[0] : all.split(" ");
    }

    private static int count(String letter) {
        return switch (letter) {
            case "C" -> 6;
            case "Q" -> 4;
            default -> 2;
        };
    }

    private static boolean isInField(String[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (Double.parseDouble(numbers[i]) > (i % 2 == 0 ? WIDTH : HEIGHT)) return false;
        }
        return true;
    }

    /** The strokes as a path in units of the field, y downwards. */
    Path2D shape() {
        var shape = new Path2D.Double();
        for (var step : STEP.matcher(path).results().toList()) {
            var at = numbers(step);
            double[] n = new double[at.length];
            for (int i = 0; i < n.length; i++) n[i] = Double.parseDouble(at[i]);
            switch (letter(step)) {
                case "M" -> shape.moveTo(n[0], n[1]);
                case "L" -> shape.lineTo(n[0], n[1]);
                case "Q" -> shape.quadTo(n[0], n[1], n[2], n[3]);
                default -> shape.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
            }
        }
        return shape;
    }

    /** Never the hand of a person: this must not reach a log. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "PenStrokes[%d characters]", path.length());
    }
}

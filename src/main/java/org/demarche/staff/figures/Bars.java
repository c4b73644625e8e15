package org.demarche.staff.figures;

import java.util.List;

/**
 * Numbers side by side, as upright bars and as a table.
 *
 * @param bars in the order of time
 * @param top the largest, at least 1
 * @param said what to notice, as a sentence
 */
public record Bars(List<Bar> bars, long top, String said) {

    /** Of the drawing, which is stretched to the width of its place. */
    private static final int STEP = 10;

    private static final int HEIGHT = 100;

    /** @param label a day, or the first day of a week */
    public record Bar(String label, long n) {}

    /** One bar of the drawing. */
    public record Rect(double x, double y, double width, double height) {}

    public int width() {
        return bars.size() * STEP;
    }

    public int height() {
        return HEIGHT;
    }

    public List<Rect> rects() {
        var gap = bars.size() > 1 ? 1.5 : 0;
        return java.util.stream.IntStream.range(0, bars.size())
                .mapToObj(i -> {
                    double height = rounded(bars.get(i).n() * (double) HEIGHT / top);
                    return new Rect(i * STEP + gap, rounded(HEIGHT - height), STEP - 2 * gap, height);
                })
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Up to five labels under the drawing, from the first to the last. */
    public List<String> axis() {
        if (bars.size() <= 5) {
            return bars.stream().map(Bar::label).toList();
        }
        int last = bars.size() - 1;
        return List.of(0, last / 4, last / 2, last * 3 / 4, last).stream()
                .map(i -> bars.get(i).label())
                .toList();
    }
}

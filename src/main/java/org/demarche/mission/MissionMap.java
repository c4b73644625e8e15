package org.demarche.mission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.common.Language;

/**
 * Where the missions of a list stand: one dot a city, over the coasts of the world.
 *
 * @param viewBox the part of the world that is shown, in {@link Chart} units
 * @param land the path of all coasts
 * @param named whether the cities' names have room beside their dots
 * @param unit the width of the picture in a hundred parts
 * @param unplaced cities that the directory has and {@code missions/cities.csv} has no place for
 */
public record MissionMap(
        String viewBox, String land, List<Dot> dots, boolean named, double unit, List<String> unplaced) {

    /** Of the picture, as wide as high. */
    private static final double SHAPE = 2;

    /** So that one city does not fill the picture: about twelve degrees. */
    private static final double LEAST_HEIGHT = 120;

    private static final double AROUND = 1.3;

    /** Beyond that, about sixty degrees, names run into each other. */
    private static final double NAMED_WIDTH = 600;

    /** The most urgent first. */
    private static final List<String> STYLES = List.of("no", "wait", "ok");

    /**
     * One city.
     *
     * @param style of the mission there that needs a person most: {@code ok}, {@code wait} or {@code no}
     * @param said its missions, one a line
     * @param code of the first of them
     */
    public record Dot(double x, double y, String city, String style, String said, String code) {

        /** A cross instead of a dot: what needs a person is not told by colour alone. */
        public String cross(double unit) {
            double arm = 0.7 * unit;
            return String.format(
                    Locale.ROOT, "M%.1f %.1fl%3$.1f %3$.1fm0-%3$.1fl-%3$.1f %3$.1f", x - arm, y - arm, 2 * arm);
        }

        public String beside(double unit) {
            return tenths(x + 1.2 * unit);
        }

        public String below(double unit) {
            return tenths(y + 0.6 * unit);
        }
    }

    public String dot() {
        return tenths(0.6 * unit);
    }

    /** Larger than the dot: a fingertip is. */
    public String hit() {
        return tenths(1.5 * unit);
    }

    public String letters() {
        return tenths(1.8 * unit);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static MissionMap of(List<MissionsPage.Row> rows) {
        Map<String, List<MissionsPage.Row>> byCity = rows.stream()
                .collect(Collectors.groupingBy(row -> row.mission().city, TreeMap::new, Collectors.toList()));
        var dots = new ArrayList<Dot>();
        var unplaced = new ArrayList<String>();
        byCity.forEach((city, there) -> Cities.place(city)
                .ifPresentOrElse(place -> dots.add(dot(place, city, there)), () -> unplaced.add(city)));
        var box = box(dots);
        return new MissionMap(
                String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", box[0], box[1], box[2], box[3]),
                Chart.LAND,
                dots,
                box[2] <= NAMED_WIDTH,
                box[2] / 100,
                unplaced);
    }

    private static Dot dot(Cities.Place place, String city, List<MissionsPage.Row> there) {
        return new Dot(
                Chart.x(place.longitude()),
                Chart.y(place.latitude()),
                Cities.name(city, Language.EN),
                there.stream()
                        .map(row -> row.standing().style())
                        .min(Comparator.comparing(STYLES::indexOf))
                        .orElseThrow(),
                there.stream()
                        .map(row -> row.name() + ": " + row.standing().words())
                        .collect(Collectors.joining("\n")),
                there.getFirst().mission().code);
    }

    /** Left, top, width, height around the dots, with some air; the whole world where there are none. */
    private static double[] box(List<Dot> dots) {
        if (dots.isEmpty()) {
            return new double[] {-1800, -900, 3600, 1800};
        }
        var x = dots.stream().mapToDouble(Dot::x).summaryStatistics();
        var y = dots.stream().mapToDouble(Dot::y).summaryStatistics();
        double height =
                Math.max(LEAST_HEIGHT, AROUND * Math.max(y.getMax() - y.getMin(), (x.getMax() - x.getMin()) / SHAPE));
        double width = height * SHAPE;
        return new double[] {
            (x.getMin() + x.getMax() - width) / 2, (y.getMin() + y.getMax() - height) / 2, width, height
        };
    }
}

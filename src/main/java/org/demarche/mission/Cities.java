package org.demarche.mission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.demarche.common.Language;

/** Names and places of the cities in which missions stand; data in {@code missions/cities.csv}. */
final class Cities {

    private static final Map<String, Map<String, String>> NAMES = read();

    private Cities() {}

    private static Map<String, Map<String, String>> read() {
        var names = new HashMap<String, Map<String, String>>();
        Sheet.onClasspath("missions/cities.csv").forEach(row -> names.put(row.get("city"), row.columns()));
        return names;
    }

    /** In degrees, to one decimal; the south and the west are negative. */
    record Place(double latitude, double longitude) {}

    /** Where the city is; empty where nobody wrote it down. */
    static Optional<Place> place(String city) {
        var row = NAMES.getOrDefault(city, Map.of());
        return row.getOrDefault("latitude", "").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Place(Double.parseDouble(row.get("latitude")), Double.parseDouble(row.get("longitude"))));
    }

    /** The city's name; in English where the language has none. */
    static String name(String city, Language language) {
        var name = NAMES.getOrDefault(city, Map.of()).getOrDefault(language.tag(), "");
        return name.isEmpty() ? city : name;
    }
}

package org.demarche.mission;

import java.util.HashMap;
import java.util.Map;
import org.demarche.common.Language;

/** Names of the cities in which missions stand; data in {@code missions/cities.csv}. */
final class Cities {

    private static final Map<String, Map<String, String>> NAMES = read();

    private Cities() {}

    private static Map<String, Map<String, String>> read() {
        var names = new HashMap<String, Map<String, String>>();
        Sheet.onClasspath("missions/cities.csv").forEach(row -> names.put(row.get("city"), row.columns()));
        return names;
    }

    /** The city's name; in English where the language has none. */
    static String name(String city, Language language) {
        var name = NAMES.getOrDefault(city, Map.of()).getOrDefault(language.tag(), "");
        return name.isEmpty() ? city : name;
    }
}

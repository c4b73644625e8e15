package org.demarche.mission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.demarche.common.Language;

/** The parts of countries (ISO 3166-2) that people choose from, with their names; data in {@code missions/regions.csv}. */
@ApplicationScoped
public class Regions {

    private final SequencedMap<String, Map<String, String>> byCode = new LinkedHashMap<>();
    private final Map<String, List<String>> byCountry;

    Regions() {
        for (var row : Sheet.onClasspath("missions/regions.csv")) {
            byCode.put(row.get("code"), row.columns());
        }
        byCountry =
                byCode.keySet().stream().collect(Collectors.groupingBy(code -> code.substring(0, code.indexOf('-'))));
    }

    /** One region, as a choice in a form. */
    public record Region(String code, String name) {}

    /** The codes of a country's regions in the order of their codes; empty for a country without regions here. */
    public List<String> of(String country) {
        return country == null ? List.of() : byCountry.getOrDefault(country, List.of());
    }

    /** The same with names, for a form. */
    public List<Region> choices(String country, Language language) {
        return of(country).stream()
                .map(code -> new Region(code, name(code, language)))
                .toList();
    }

    /** The region's name; in English where the language has none, and the code itself where it is unknown. */
    public String name(String code, Language language) {
        var names = byCode.get(code);
        if (names == null) {
            return code;
        }
        var name = names.get(language.tag());
        return name.isEmpty() ? names.get("en") : name;
    }

    /** Whether the code is a known region of that country. */
    public boolean belongs(String country, String region) {
        return country != null && region != null && region.startsWith(country + "-") && byCode.containsKey(region);
    }
}

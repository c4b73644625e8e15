package org.demarche.mission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Knows a column of the directory again when somebody has renamed it: "E-mail" and "Host country" are no new columns. */
final class Heading {

    static final List<String> COLUMNS = List.of(
            "code",
            "sending_state",
            "mission_type",
            "name_en",
            "name_local",
            "host_country",
            "city",
            "postal_address",
            "postal_code",
            "phone",
            "fax",
            "email",
            "website",
            "jurisdiction",
            "source",
            "confidence",
            "postal_address_local");

    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("type", "mission_type"),
            Map.entry("name", "name_en"),
            Map.entry("englishname", "name_en"),
            Map.entry("localname", "name_local"),
            Map.entry("country", "host_country"),
            Map.entry("state", "sending_state"),
            Map.entry("address", "postal_address"),
            Map.entry("localaddress", "postal_address_local"),
            Map.entry("zip", "postal_code"),
            Map.entry("postcode", "postal_code"),
            Map.entry("tel", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("mail", "email"),
            Map.entry("emailaddress", "email"),
            Map.entry("url", "website"),
            Map.entry("web", "website"),
            Map.entry("sources", "source"));

    private static final Map<String, String> PLAIN =
            COLUMNS.stream().collect(Collectors.toMap(Heading::plain, column -> column));

    private Heading() {}

    /** The columns under their own names; one that is unknown keeps its own, and an exact one goes before a likeness. */
    static SequencedMap<String, String> known(SequencedMap<String, String> columns) {
        var named = new LinkedHashMap<String, String>();
        columns.forEach((heading, value) -> {
            var column = of(heading);
            if (!columns.containsKey(column) || column.equals(heading)) {
                named.putIfAbsent(column, value);
            }
        });
        return named;
    }

    private static String of(String heading) {
        var plain = plain(heading);
        return PLAIN.getOrDefault(plain, OTHERWISE.getOrDefault(plain, heading));
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

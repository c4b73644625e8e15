package org.demarche.mission;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The clock on a mission's wall, by the city in large countries and by the country elsewhere. */
final class MissionZone {

    private static final Map<String, String> BY_CITY = Map.ofEntries(
            Map.entry("US Chicago", "America/Chicago"),
            Map.entry("US San Francisco", "America/Los_Angeles"),
            Map.entry("US Los Angeles", "America/Los_Angeles"),
            Map.entry("CA Vancouver", "America/Vancouver"),
            Map.entry("CA Calgary", "America/Edmonton"),
            Map.entry("AU Melbourne", "Australia/Melbourne"),
            Map.entry("AU Perth", "Australia/Perth"),
            Map.entry("AU Brisbane", "Australia/Brisbane"),
            Map.entry("AU Adelaide", "Australia/Adelaide"),
            Map.entry("FR Saint-Denis", "Indian/Reunion"));

    private static final Map<String, String> BY_COUNTRY = Map.ofEntries(
            Map.entry("JP", "Asia/Tokyo"),
            Map.entry("KR", "Asia/Seoul"),
            Map.entry("CN", "Asia/Shanghai"),
            Map.entry("US", "America/New_York"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("AU", "Australia/Sydney"),
            Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("GB", "Europe/London"),
            Map.entry("IE", "Europe/Dublin"),
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("FR", "Europe/Paris"),
            Map.entry("NL", "Europe/Amsterdam"),
            Map.entry("BE", "Europe/Brussels"),
            Map.entry("IT", "Europe/Rome"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("SE", "Europe/Stockholm"),
            Map.entry("NO", "Europe/Oslo"),
            Map.entry("DK", "Europe/Copenhagen"),
            Map.entry("FI", "Europe/Helsinki"),
            Map.entry("CH", "Europe/Zurich"),
            Map.entry("AT", "Europe/Vienna"),
            Map.entry("PL", "Europe/Warsaw"),
            Map.entry("CZ", "Europe/Prague"),
            Map.entry("IN", "Asia/Kolkata"),
            Map.entry("TH", "Asia/Bangkok"),
            Map.entry("SG", "Asia/Singapore"),
            Map.entry("MN", "Asia/Ulaanbaatar"));

    private MissionZone() {}

    /** UTC for a country that is not in the table. */
    static ZoneId of(String country, String city) {
        var id = BY_CITY.getOrDefault(country + " " + city, BY_COUNTRY.get(country));
        return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    }
}

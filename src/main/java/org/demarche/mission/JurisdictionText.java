package org.demarche.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jurisdiction column: pieces between semicolons, each an ISO 3166 code and words. Brackets, or what follows a
 * colon, name a part of a region; a bare country code means the rest of it; pieces without a code are prose.
 */
record JurisdictionText(List<Jurisdiction> jurisdictions, List<String> faults) {

    private static final Pattern REGION = Pattern.compile("([A-Z]{2})-([A-Z0-9]{1,3})(?:\\s+(.*))?");
    private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})(:)?(?:\\s+.*)?");
    private static final Pattern BRACKETS = Pattern.compile(".*\\((.+)\\)\\s*");

    static JurisdictionText parse(String text, Regions regions) {
        var found = new ArrayList<Jurisdiction>();
        var faults = new ArrayList<String>();
        var enumerating = false;
        for (var piece : text.split(";")) {
            var words = piece.strip();
            var region = REGION.matcher(words);
            var country = COUNTRY.matcher(words);
            if (region.matches()) {
                var code = region.group(1) + "-" + region.group(2);
                if (!regions.belongs(region.group(1), code)) {
                    faults.add("unknown region " + code);
                }
                found.add(new Jurisdiction(region.group(1), code, part(region)));
                enumerating = words.contains(":");
            } else if (country.matches() && Countries.known(country.group(1))) {
                found.add(new Jurisdiction(country.group(1), null, null));
                enumerating = false;
            } else if (country.matches() && country.group(2) != null) {
                faults.add("unknown country " + country.group(1));
            } else if (enumerating && !words.isEmpty()) {
                var last = found.removeLast();
                found.add(new Jurisdiction(last.country(), last.region(), last.part() + "; " + words));
            }
        }
        return new JurisdictionText(found, faults);
    }

    private static String part(Matcher region) {
        var words = region.group(3) == null ? "" : region.group(3);
        var brackets = BRACKETS.matcher(words);
        if (brackets.matches()) {
            return brackets.group(1);
        }
        var colon = words.indexOf(':');
        return colon < 0 ? null : words.substring(colon + 1).strip();
    }
}

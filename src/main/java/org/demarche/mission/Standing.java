package org.demarche.mission;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How far a mission's address can be trusted today, in words for the desk.
 *
 * @param style the colour of the words: {@code ok}, {@code wait} or {@code no}
 */
public record Standing(String words, String style) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Standing of(Mission mission, Instant now) {
        var newest = mission.newest();
        if (newest.isEmpty()) {
            return new Standing("○ Never verified", "wait");
        }
        var check = newest.get();
        var when = DAY.format(check.at) + " by " + check.by;
        if (!check.holds(now)) {
            return new Standing("✕ Verified over a year ago, " + when, "no");
        }
        if (!check.email.equals(mission.email)) {
            return new Standing("✕ Changed since it was verified, " + when, "no");
        }
        return check.email.isEmpty()
                ? new Standing("✓ Verified, " + when + ": no e-mail address", "wait")
                : new Standing("✓ Verified, " + when, "ok");
    }
}

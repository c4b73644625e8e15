package org.demarche.mail.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Hours of a mission's own day in which nothing is sent to it, such as 20:00 to 08:00; equal times mean none. */
public record QuietHours(LocalTime from, LocalTime to) {

    public static QuietHours parse(String setting) {
        if ("off".equalsIgnoreCase(setting.strip())) {
            return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        try {
            var times = setting.strip().split("\\s*-\\s*", 2);
            return new QuietHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("DEMARCHE_QUIET_HOURS must be like 20:00-08:00, or off.");
        }
    }

    /** The moment itself where it is not quiet then, else the end of the quiet hours. */
    public Instant opening(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return at;
        }
        var day = local.toLocalTime().isBefore(to)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(to).atZone(zone).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        if (from.equals(to)) {
            return false;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}

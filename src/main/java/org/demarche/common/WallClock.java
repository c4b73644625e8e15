package org.demarche.common;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** The clock on the wall of one zone, where an hour may be missing or come twice when clocks are changed. */
public record WallClock(ZoneId zone) {

    /** As a browser's field for date and time sends it. */
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** The first moment at which the clock shows this: where an hour comes twice, a door opens at the earlier one. */
    public Instant first(String field, String typed) {
        return read(
                field, typed, local -> zone.getRules().getValidOffsets(local).getFirst());
    }

    /** The last moment at which the clock shows this: where an hour comes twice, nobody loses it. */
    public Instant last(String field, String typed) {
        return read(
                field, typed, local -> zone.getRules().getValidOffsets(local).getLast());
    }

    /** What the clock shows, to the minute, as a form takes it. */
    public String write(Instant moment) {
        return FORM.format(moment.atZone(zone));
    }

    private Instant read(String field, String typed, Function<LocalDateTime, ZoneOffset> offset) {
        var local = parse(field, typed);
        var rules = zone.getRules();
        if (rules.getValidOffsets(local).isEmpty()) {
            var change = rules.getTransition(local);
            throw new BadInput(
                    field,
                    "Clocks go forward on this day, from %s to %s: this time does not exist there."
                            .formatted(
                                    change.getDateTimeBefore().toLocalTime(),
                                    change.getDateTimeAfter().toLocalTime()));
        }
        return local.toInstant(offset.apply(local));
    }

    private static LocalDateTime parse(String field, String typed) {
        try {
            return LocalDateTime.parse(typed.strip().replace(' ', 'T'));
        } catch (DateTimeParseException unreadable) {
            throw new BadInput(field, "Give day and time, such as 2026-09-24T09:00.");
        }
    }
}

package org.demarche.common.page;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.demarche.common.Language;

/** Numbers, days, hours and countries as a reader of one language says them, in the zone of a campaign. Dates never break. */
public record Spoken(Language language, ZoneId zone) {

    private static final char NO_BREAK = '\u00A0';

    /** "1,847": the same in all our languages. */
    public static String figure(long n) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(n);
    }

    /** "24 September 2026", 2026年9月24日, 2026년 9월 24일, as letters write it. */
    public static String date(LocalDate date, Language language) {
        var pattern = switch (language) {
            case EN -> "d MMMM uuuu";
            case JA, ZH_HANS -> "uuuu年M月d日";
            case KO -> "uuuu년 M월 d일";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    /** "1,847". */
    public String number(long n) {
        return figure(n);
    }

    public Tally tally(long n) {
        return new Tally(n, number(n));
    }

    /** "24 September 2026". */
    public String day(Instant moment) {
        return day(moment.atZone(zone).toLocalDate());
    }

    public String day(LocalDate date) {
        return date(date, language).replace(' ', NO_BREAK);
    }

    /** "24 September": where the year is plain from what stands around it. */
    public String dayOfYear(Instant moment) {
        return write(
                moment.atZone(zone).toLocalDate(),
                switch (language) {
                    case EN -> "d MMMM";
                    case JA, ZH_HANS -> "M月d日";
                    case KO -> "M월 d일";
                });
    }

    /** "14:05". */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(zone));
    }

    /** "20 September 2026, 23:59 (Japan Time)". */
    public String moment(Instant moment) {
        return switch (language) {
            case EN -> day(moment) + ", " + time(moment) + " (" + zoneName() + ")";
            case JA, ZH_HANS -> day(moment) + " " + time(moment) + "（" + zoneName() + "）";
            case KO -> day(moment) + " " + time(moment) + "(" + zoneName() + ")";
        };
    }

    /** "10 September 2026, between 14:00 and 15:00 (Japan Time)": no finer than the hour. */
    public String hour(Instant moment) {
        var from = moment.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        var to = from.plus(1, ChronoUnit.HOURS);
        return switch (language) {
            case EN -> day(from) + ", between " + time(from) + " and " + time(to) + " (" + zoneName() + ")";
            case JA -> day(from) + " " + time(from) + "～" + time(to) + "（" + zoneName() + "）";
            case KO -> day(from) + " " + time(from) + "~" + time(to) + "(" + zoneName() + ")";
            case ZH_HANS -> day(from) + " " + time(from) + "至" + time(to) + "之间（" + zoneName() + "）";
        };
    }

    /** "Japan Time": the zone by the name of its place. */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, language.locale());
    }

    /** The country with this ISO 3166-1 alpha-2 code by its name; the code itself where it is unknown. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(language.locale());
    }

    private String write(LocalDate date, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .format(date)
                .replace(' ', NO_BREAK);
    }
}

package org.demarche.letter;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.demarche.common.Language;

/** Dates and figures as letters write them in each language. */
public final class Written {

    private Written() {}

    /** 24 September 2027, 2027年9月24日, 2027년 9월 24일. */
    public static String date(LocalDate date, Language language) {
        var pattern = switch (language) {
            case EN -> "d MMMM uuuu";
            case JA, ZH_HANS -> "uuuu年M月d日";
            case KO -> "uuuu년 M월 d일";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
    }

    /** 1,847: the same in all our languages. */
    public static String number(long figure) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(figure);
    }
}

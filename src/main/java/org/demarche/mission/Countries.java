package org.demarche.mission;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.common.Language;

/** The countries of ISO 3166-1, by the names the Java platform knows (CLDR); only codes are ever stored. */
public final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** One country, as a choice in a form. */
    public record Country(String code, String name) {}

    public static boolean known(String code) {
        return code != null && CODES.contains(code);
    }

    /** The country's name; an unknown code stands for itself. */
    public static String name(String code, Language language) {
        return known(code) ? Locale.of("", code).getDisplayCountry(language.locale()) : code;
    }

    /** Every country, in the order in which readers of the language look for it. */
    public static List<Country> all(Language language) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Country(code, name(code, language)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(language.locale())))
                .toList();
    }
}

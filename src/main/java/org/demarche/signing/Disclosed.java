package org.demarche.signing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.demarche.common.Language;

/**
 * What may leave the house about one signer. Every page, sheet, letter and mail that a mission sees is made from this
 * record and never from the signature, so that the choice is enforced in one place.
 *
 * @param name as printed, or empty
 * @param place town, else region; empty unless {@link Disclosure#FULL}
 * @param country by name
 * @param comment empty unless the name or the initials are shown
 */
public record Disclosed(String name, String place, String country, String comment) {

    private static final int INITIALS_MAX = 3;

    /**
     * What one signer shows; empty for those who are counted and not listed.
     *
     * @param person may be null for {@link Disclosure#COUNTRY} and {@link Disclosure#COUNTED}
     * @param regionName names an ISO 3166-2 code in the language of the sheet
     */
    public static Optional<Disclosed> of(
            Disclosure disclosure, Person person, String country, UnaryOperator<String> regionName) {
        return switch (disclosure) {
            case COUNTED -> Optional.empty();
            case COUNTRY -> Optional.of(onlyCountry(country));
            case INITIALS -> {
                var initials = initials(person);
                yield Optional.of(
                        initials.isEmpty()
                                ? onlyCountry(country)
                                : new Disclosed(initials, "", country, text(person.comment())));
            }
            case FULL ->
                Optional.of(new Disclosed(person.name(), place(person, regionName), country, text(person.comment())));
        };
    }

    /** The line as it is printed in a language. */
    public String line(Language language) {
        if (name.isEmpty()) {
            return country;
        }
        return place.isEmpty()
                ? LineForm.shortOf(language, name, country)
                : LineForm.placedOf(language, name, place, country);
    }

    private static Disclosed onlyCountry(String country) {
        return new Disclosed("", "", country, "");
    }

    private static String place(Person person, UnaryOperator<String> regionName) {
        if (!text(person.city()).isEmpty()) {
            return person.city();
        }
        return person.region() == null ? "" : regionName.apply(person.region());
    }

    /** The given initials, else the first letters of a name written with spaces, else none. */
    static String initials(Person person) {
        if (!text(person.initials()).isEmpty()) {
            return person.initials();
        }
        var words = person.name().strip().split("\\s+");
        if (words.length < 2) {
            return "";
        }
        List<String> letters = new ArrayList<>();
        for (var word : words) {
            firstLetter(word).ifPresent(letters::add);
        }
        if (letters.size() < 2) {
            return "";
        }
        return String.join(". ", letters.subList(0, Math.min(INITIALS_MAX, letters.size()))) + ".";
    }

    /** Only in scripts with capitals: the first sign of a Han or Hangul name is the whole family name. */
    private static Optional<String> firstLetter(String word) {
        if (word.isEmpty() || !hasCase(word.codePointAt(0))) {
            return Optional.empty();
        }
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(word);
        graphemes.first();
        return Optional.of(word.substring(0, graphemes.next()).toUpperCase(Locale.ROOT));
    }

    private static boolean hasCase(int letter) {
        return Character.isUpperCase(letter) || Character.isLowerCase(letter) || Character.isTitleCase(letter);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

package org.demarche.signing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What may leave the house about one signer. Every page, sheet, letter and mail that a mission sees is made from this
 * record and never from the signature, so that the choice is enforced in one place.
 *
 * @param name as printed, or empty
 * @param place as printed: town, region and country for {@link Disclosure#FULL}, else the country
 * @param comment empty unless the name or the initials are shown
 */
public record Disclosed(String name, String place, String comment) {

    private static final int INITIALS_MAX = 3;

    /**
     * The line for one signer; empty for those who are counted and not listed.
     *
     * @param regionName names an ISO 3166-2 code in the language of the sheet
     */
    public static Optional<Disclosed> of(
            Disclosure disclosure, Person person, String countryName, UnaryOperator<String> regionName) {
        return switch (disclosure) {
            case COUNTED -> Optional.empty();
            case COUNTRY -> Optional.of(new Disclosed("", countryName, ""));
            case INITIALS -> {
                var initials = initials(person);
                yield Optional.of(
                        initials.isEmpty()
                                ? new Disclosed("", countryName, "")
                                : new Disclosed(initials, countryName, text(person.comment())));
            }
            case FULL ->
                Optional.of(new Disclosed(
                        person.name(), fullPlace(person, countryName, regionName), text(person.comment())));
        };
    }

    private static String fullPlace(Person person, String countryName, UnaryOperator<String> regionName) {
        List<String> parts = new ArrayList<>();
        if (!text(person.city()).isEmpty()) {
            parts.add(person.city());
        }
        if (person.region() != null) {
            parts.add(regionName.apply(person.region()));
        }
        parts.add(countryName);
        return String.join(", ", parts);
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

    private static Optional<String> firstLetter(String word) {
        if (word.isEmpty() || !Character.isLetter(word.codePointAt(0))) {
            return Optional.empty();
        }
        var graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(word);
        graphemes.first();
        return Optional.of(word.substring(0, graphemes.next()).toUpperCase(Locale.ROOT));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

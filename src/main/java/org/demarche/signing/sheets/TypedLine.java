package org.demarche.signing.sheets;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.common.Text;
import org.demarche.signing.Disclosure;

/**
 * One line of a sheet as it was typed in at the desk.
 *
 * @param disclosure the name of one
 */
public record TypedLine(int number, String name, String city, String country, String disclosure) {

    static final String HEAD = "name,city,country,disclosure";

    static TypedLine empty(int number) {
        return new TypedLine(number, "", "", "", Disclosure.COUNTRY.name());
    }

    /** All lines of the form. */
    static List<TypedLine> of(MultivaluedMap<String, String> posted) {
        return IntStream.rangeClosed(1, BlankSheets.LINES)
                .mapToObj(n -> new TypedLine(
                        n,
                        field(posted, "name", n),
                        field(posted, "city", n),
                        field(posted, "country", n).toUpperCase(Locale.ROOT),
                        field(posted, "disclosure", n)))
                .toList();
    }

    private static String field(MultivaluedMap<String, String> posted, String field, int n) {
        var typed = posted.getFirst(field + n);
        return typed == null ? "" : Text.line(typed);
    }

    /** A line that nobody signed on, or that was crossed out. */
    boolean isEmpty() {
        return name.isEmpty() && city.isEmpty() && country.isEmpty();
    }

    boolean chose(Disclosure other) {
        return other.name().equals(disclosure);
    }

    public boolean full() {
        return chose(Disclosure.FULL);
    }

    public boolean initials() {
        return chose(Disclosure.INITIALS);
    }

    public boolean counted() {
        return chose(Disclosure.COUNTED);
    }

    /** RFC 4180, everything quoted: two people who type the same make the same line. */
    String csv() {
        return Stream.of(name, city, country, disclosure)
                .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    /** Never what was typed: this must not reach a log. */
    @Override
    public String toString() {
        return "TypedLine[" + number + "]";
    }
}

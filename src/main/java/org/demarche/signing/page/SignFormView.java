package org.demarche.signing.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.Tally;

/**
 * What stands in a form: as the reader typed it, with what is wrong.
 *
 * @param values by field name, as in the API; a field that is absent is empty
 * @param problems in the order of the fields; a problem without a field of the form stands in the box only
 */
public record SignFormView(Map<String, String> values, List<Problem> problems) {

    public SignFormView {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** A form nobody has filled in yet, in this language, reached by this source (may be null). */
    public static SignFormView empty(Language language, String source) {
        return new SignFormView(
                Map.of("language", language.tag(), "source", Objects.requireNonNullElse(source, "")), List.of());
    }

    /** The same with the stamp of a page made now, unless it bears one already. */
    SignFormView stamped(String stamp) {
        if (!value("stamp").isEmpty()) {
            return this;
        }
        var all = new HashMap<>(values);
        all.put("stamp", stamp);
        return new SignFormView(all, problems);
    }

    /** What was typed; the empty string for nothing. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean checked(String field) {
        return List.of("true", "on").contains(value(field));
    }

    /** The disclosure that is chosen; {@code COUNTRY} until somebody chooses otherwise. */
    public String disclosure() {
        return value("disclosure").isEmpty() ? "COUNTRY" : value("disclosure");
    }

    /** The sentence for this field, or null. */
    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }

    public boolean bad() {
        return !problems.isEmpty();
    }

    /** How many things there are for the reader to put right: what has no field is nobody's slip. */
    public Tally count() {
        long slips = problems.stream().filter(p -> !p.field().isEmpty()).count();
        return new Tally(slips, Long.toString(slips));
    }
}

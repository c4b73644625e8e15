package org.demarche.letter.organisation;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Text;

/**
 * The facts as typed, each under {@code language.field}, and those that are the same everywhere under {@code all.field}.
 *
 * @param seen which state of the facts the form was filled from
 */
record OrganisationForm(Map<String, String> typed, String seen) {

    static OrganisationForm of(MultivaluedMap<String, String> posted) {
        var typed = new LinkedHashMap<String, String>();
        posted.forEach((name, values) -> typed.put(name, Text.line(values.getFirst())));
        return new OrganisationForm(typed, typed.getOrDefault("seen", ""));
    }

    static OrganisationForm filled(Map<String, Map<String, String>> facts) {
        var typed = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            for (var field : Field.translated()) {
                typed.put(
                        language.tag() + "." + field.key(),
                        facts.get(language.tag()).getOrDefault(field.key(), ""));
            }
        }
        for (var field : Field.shared()) {
            typed.put("all." + field.key(), facts.get(Language.EN.tag()).getOrDefault(field.key(), ""));
        }
        return new OrganisationForm(typed, mark(facts));
    }

    /** Changes when any fact does, so that two who edit at once see each other. */
    static String mark(Map<String, Map<String, String>> facts) {
        var sorted = new TreeMap<String, Map<String, String>>();
        facts.forEach((language, values) -> sorted.put(language, new TreeMap<>(values)));
        return Integer.toHexString(sorted.hashCode());
    }

    String value(String name) {
        return typed.getOrDefault(name, "");
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (var language : Language.values()) {
            for (var field : Field.translated()) {
                check(language.tag() + "." + field.key(), field, language.nativeName() + ": ", problems);
            }
        }
        for (var field : Field.shared()) {
            check("all." + field.key(), field, "", problems);
        }
        var mail = value("all." + Field.MAIL.key());
        if (!mail.isEmpty() && EmailAddress.parse(mail).isEmpty()) {
            problems.add(new Problem("all." + Field.MAIL.key(), "This is no e-mail address."));
        }
        return problems;
    }

    private void check(String name, Field field, String where, List<Problem> problems) {
        var value = value(name);
        if (value.isEmpty() && field.required()) {
            problems.add(new Problem(name, where + field.label() + " is missing."));
        } else if (Text.length(value) > field.most() || Text.hasControls(value)) {
            problems.add(new Problem(name, where + field.label() + ": at most " + field.most() + " characters."));
        }
    }

    /** By language tag and field. */
    Map<String, Map<String, String>> facts() {
        var facts = new TreeMap<String, Map<String, String>>();
        for (var language : Language.values()) {
            var own = new LinkedHashMap<String, String>();
            Field.translated().forEach(f -> own.put(f.key(), value(language.tag() + "." + f.key())));
            Field.shared().forEach(f -> own.put(f.key(), value("all." + f.key())));
            facts.put(language.tag(), own);
        }
        return facts;
    }
}

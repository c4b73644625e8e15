package org.demarche.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.page.Letterhead;
import org.demarche.pdf.Mark;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The organisation that writes, by language: {@code letters/organisation.yaml}, and what the desk says over it. */
@ApplicationScoped
public class Organisation {

    private static final String FILE = "letters/organisation.yaml";

    private final Map<Language, Map<String, String>> defaults = new EnumMap<>(Language.class);
    private volatile Map<Language, Map<String, String>> facts = defaults;
    private volatile Mark mark;

    Organisation() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            Map<String, Map<String, Object>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            for (var language : Language.values()) {
                var values = new LinkedHashMap<String, String>();
                read.getOrDefault(language.tag(), read.get(Language.EN.tag()))
                        .forEach((field, value) -> values.put(field, value == null ? "" : value.toString()));
                defaults.put(language, values);
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    /** Lays these facts over those of the file; they hold from now on. */
    public void say(Map<Language, Map<String, String>> changed) {
        var laid = new EnumMap<Language, Map<String, String>>(Language.class);
        defaults.forEach((language, values) -> {
            var own = new LinkedHashMap<>(values);
            own.putAll(changed.getOrDefault(language, Map.of()));
            laid.put(language, own);
        });
        facts = laid;
    }

    /** Prints this mark at the head of letters and covers from now on; null for none. */
    public void show(Mark mark) {
        this.mark = mark;
    }

    /** Null where the organisation shows none. */
    Mark mark() {
        return mark;
    }

    /** The facts by field name, as letters know them under {@code organisation.}. */
    public Map<String, String> facts(Language language) {
        return Map.copyOf(facts.get(language));
    }

    public String name(Language language) {
        return facts.get(language).get("name");
    }

    /** Where a question reaches the organisation: its mail address, or its website where it gives none. */
    public String contact(Language language) {
        var own = facts.get(language);
        var mail = own.getOrDefault("mail", "");
        return mail.isEmpty() ? own.getOrDefault("website", "") : mail;
    }

    public Letterhead letterhead(Language language) {
        var own = facts.get(language);
        return new Letterhead(own.get("name"), own.getOrDefault("note", ""), own.getOrDefault("mail", ""));
    }
}

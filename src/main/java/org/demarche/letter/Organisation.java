package org.demarche.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.page.Letterhead;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The organisation that writes, by language: {@code letters/organisation.yaml}. */
@ApplicationScoped
public class Organisation {

    private static final String FILE = "letters/organisation.yaml";

    private final Map<Language, Map<String, String>> facts = new EnumMap<>(Language.class);

    Organisation() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            Map<String, Map<String, Object>> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            for (var language : Language.values()) {
                var values = new LinkedHashMap<String, String>();
                read.getOrDefault(language.tag(), read.get(Language.EN.tag()))
                        .forEach((field, value) -> values.put(field, value == null ? "" : value.toString()));
                facts.put(language, values);
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
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

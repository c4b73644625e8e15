package org.demarche.mission;

import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.common.Language;

/** The local names of a mission, told apart by their script and, where Han characters leave it open, by their place. */
final class NamesByScript {

    private NamesByScript() {}

    /** The first name is in the host country's language; a later one in Han characters is Chinese. */
    static Optional<String> find(String nameLocal, String hostCountry, Language wanted) {
        var names = Stream.of(nameLocal.split("\\|"))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
        return names.stream()
                .filter(name -> language(name, name.equals(names.getFirst()) && hostCountry.equals("JP"))
                        .filter(wanted::equals)
                        .isPresent())
                .findFirst();
    }

    private static Optional<Language> language(String name, boolean firstInJapan) {
        if (has(name, Character.UnicodeScript.HANGUL)) {
            return Optional.of(Language.KO);
        }
        if (has(name, Character.UnicodeScript.HAN)) {
            return Optional.of(firstInJapan ? Language.JA : Language.ZH_HANS);
        }
        return Optional.empty();
    }

    private static boolean has(String name, Character.UnicodeScript script) {
        return name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
    }
}

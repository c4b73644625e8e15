package org.demarche.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.common.Language;

/** One version of a letter in all its languages. */
public record Letter(String key, int version, Map<Language, LetterText> texts) {

    /** The languages it is written in, in the order of the language row. */
    public List<Language> languages() {
        return Stream.of(Language.values()).filter(texts::containsKey).toList();
    }

    /** The text in this language; empty where there is none. */
    public Optional<LetterText> in(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** The text in this language, else in English, else in the first language there is. */
    public LetterText nearest(Language language) {
        return in(language)
                .or(() -> in(Language.EN))
                .orElseGet(() -> texts.get(languages().getFirst()));
    }

    /** What one language lacks that the others have; none where all are complete. */
    public List<Gap> gaps() {
        return Completeness.gaps(texts);
    }

    /** The languages that lack nothing. */
    public List<Language> complete() {
        var lacking = gaps().stream().map(Gap::language).distinct().toList();
        return languages().stream()
                .filter(language -> !lacking.contains(language))
                .toList();
    }

    /** What it is called on the site, by language tag. */
    public Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        languages()
                .forEach(language ->
                        titles.put(language.tag(), texts.get(language).title()));
        return titles;
    }
}

package org.demarche.letter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.common.Language;

/** Compares the languages of a letter, which are one letter: the same entries, blanks, blocks, paragraphs and requests. */
final class Completeness {

    private final Map<Language, Map<String, Outline.Place>> outlines = new EnumMap<>(Language.class);

    private Completeness(Map<Language, LetterText> texts) {
        texts.forEach((language, text) -> outlines.put(language, Outline.of(text)));
    }

    /** What each language lacks, in the order of the languages; a letter in one language lacks nothing. */
    static List<Gap> gaps(Map<Language, LetterText> texts) {
        return new Completeness(texts).gaps();
    }

    private List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        var parts = new LinkedHashSet<String>();
        outlines.values().forEach(outline -> parts.addAll(outline.keySet()));
        outlines.forEach((language, outline) -> {
            for (var part : parts) {
                if (!outline.containsKey(part)) {
                    model(language, part).ifPresent(model -> gaps.add(gap(language, part, model)));
                }
            }
        });
        return gaps;
    }

    /** A language that has the part, where at least half of the others do: one that says more is no measure. */
    private Optional<Language> model(Language lacking, String part) {
        var having = outlines.keySet().stream()
                .filter(language -> outlines.get(language).containsKey(part))
                .toList();
        var others = outlines.size() - 1;
        return having.size() * 2 >= others ? having.stream().findFirst() : Optional.empty();
    }

    private Gap gap(Language language, String part, Language model) {
        var there = outlines.get(model).get(part);
        var nearest = before(outlines.get(language), outlines.get(model), part);
        return new Gap(
                language,
                nearest.line(),
                nearest.column(),
                "lacks %s, which %s.md has on line %d".formatted(part, model.tag(), there.line()));
    }

    /** Where the part that comes before it stands here: what is lacking belongs below that line. */
    private static Outline.Place before(
            Map<String, Outline.Place> here, Map<String, Outline.Place> model, String part) {
        var nearest = new Outline.Place(1, 1);
        for (var known : model.keySet()) {
            if (known.equals(part)) {
                break;
            }
            nearest = here.getOrDefault(known, nearest);
        }
        return nearest;
    }
}

package org.demarche.signing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;

/** A language's line with its blanks found once: it is written for each signature, and a hundred thousand times for a bundle. */
final class LineForm {

    /** Stand for the first, second and third blank while they are looked for: characters that no message is written in. */
    private static final List<String> MARKS = List.of("\uE000", "\uE001", "\uE002");

    private static final Map<Language, LineForm> SHORT = new EnumMap<>(Language.class);
    private static final Map<Language, LineForm> PLACED = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            var words = Wording.of(SigningMessages.class, language);
            SHORT.put(language, new LineForm(words.lineShort(MARKS.get(0), MARKS.get(1))));
            PLACED.put(language, new LineForm(words.linePlaced(MARKS.get(0), MARKS.get(1), MARKS.get(2))));
        }
    }

    /** Text and blanks in turn, beginning and ending with text; a blank is its number. */
    private final List<String> texts = new ArrayList<>();

    private final List<Integer> blanks = new ArrayList<>();

    private LineForm(String marked) {
        var text = new StringBuilder();
        for (int at = 0; at < marked.length(); at++) {
            int blank = MARKS.indexOf(marked.substring(at, at + 1));
            if (blank < 0) {
                text.append(marked.charAt(at));
            } else {
                texts.add(text.toString());
                blanks.add(blank);
                text.setLength(0);
            }
        }
        texts.add(text.toString());
    }

    static String shortOf(Language language, String name, String country) {
        return SHORT.get(language).filled(name, country);
    }

    static String placedOf(Language language, String name, String place, String country) {
        return PLACED.get(language).filled(name, place, country);
    }

    private String filled(String... words) {
        var line = new StringBuilder(texts.getFirst());
        for (int n = 0; n < blanks.size(); n++) {
            line.append(words[blanks.get(n)]).append(texts.get(n + 1));
        }
        return line.toString();
    }
}

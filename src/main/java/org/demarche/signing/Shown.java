package org.demarche.signing;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What may not stand in words that others will read: links, and names that pretend to be other names. */
final class Shown {

    private static final Pattern LINK = Pattern.compile(
            "://|\\bwww\\.|\\bmailto:|[\\w.+-]{1,64}@[\\w-]{1,63}\\.\\w|\\b[a-z0-9-]{2,63}\\.(?:com|net|org|info|biz|io|ru|cn|jp|kr|tk|xyz|top|"
                    + "site|online|shop|club|ly|gl)\\b(?:/|\\s|$)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    /** Scripts whose letters look like each other; no name mixes them within a word. */
    private static final Set<UnicodeScript> ALIKE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private static final int SEARCHED_MAX = 2_000;

    private Shown() {}

    /** What is longer than any field is refused for its length, and not searched. */
    static boolean hasLink(String typed) {
        return typed != null
                && typed.length() <= SEARCHED_MAX
                && LINK.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                        .find();
    }

    /** Whether a word is put together from scripts that look alike, such as Latin with a Cyrillic а. */
    static boolean hasLookalike(String typed) {
        return typed.length() <= SEARCHED_MAX
                && WORD.matcher(typed).results().anyMatch(word -> {
                    var scripts = EnumSet.noneOf(UnicodeScript.class);
                    word.group()
                            .codePoints()
                            .mapToObj(UnicodeScript::of)
                            .filter(ALIKE::contains)
                            .forEach(scripts::add);
                    return scripts.size() > 1;
                });
    }
}

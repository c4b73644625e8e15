package org.demarche.common.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.demarche.common.Language;

/**
 * The frame around a public page. Every view record has one, and renders with {@code template.setLocale(page.locale())}.
 *
 * @param language the language of the page
 * @param path path and query without {@code lang}
 * @param letterhead whose page it is
 */
public record Page(Language language, String path, Letterhead letterhead) {

    /** One entry of the language row: always all of them, each by its own name. */
    public record LanguageLink(String tag, String name, String href, boolean current) {}

    public String tag() {
        return language.tag();
    }

    public Locale locale() {
        return language.locale();
    }

    /** What stands between two sentences: nothing after the full-width stop of Japanese and Chinese. */
    public String gap() {
        return language == Language.JA || language == Language.ZH_HANS ? "" : " ";
    }

    public List<LanguageLink> languages() {
        return Arrays.stream(Language.values())
                .map(l -> new LanguageLink(l.tag(), l.nativeName(), in(l), l == language))
                .toList();
    }

    private String in(Language other) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + other.tag();
    }
}

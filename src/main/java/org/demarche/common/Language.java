package org.demarche.common;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the site and its mails speak, by BCP 47 tag. */
public enum Language {
    EN("en", "English"),
    JA("ja", "日本語"),
    KO("ko", "한국어"),
    ZH_HANS("zh-Hans", "简体中文");

    private final String tag;
    private final Locale locale;
    private final String nativeName;

    Language(String tag, String nativeName) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
        this.nativeName = nativeName;
    }

    /** The BCP 47 tag, as in {@code lang} attributes and {@code ?lang=}. */
    @JsonValue
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public String nativeName() {
        return nativeName;
    }

    /** The language with exactly this tag. */
    @JsonCreator
    public static Language of(String tag) {
        return find(tag).orElseThrow(() -> new BadInput("language", "unknown language"));
    }

    public static Optional<Language> find(String tag) {
        return Arrays.stream(values())
                .filter(l -> l.tag().equalsIgnoreCase(tag))
                .findFirst();
    }

    /** Which of ours officials of a state read, by ISO 3166-1; English where we have none of theirs. */
    public static Language readIn(String state) {
        return switch (state) {
            case "CN" -> ZH_HANS;
            case "JP" -> JA;
            case "KR", "KP" -> KO;
            default -> EN;
        };
    }

    /** The best language for an {@code Accept-Language} header; empty where it names none of ours or cannot be read. */
    public static Optional<Language> preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> speaking(Locale.forLanguageTag(range.getRange())))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Language> speaking(Locale wanted) {
        return List.of(values()).stream()
                .filter(l -> l.locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }
}

package org.demarche.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.demarche.campaign.LetterCatalogue;
import org.demarche.common.Audited;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Slug;

/** The letters by key and version, and their rendering. */
@ApplicationScoped
public class Letters implements LetterCatalogue {

    /** Parsed versions kept in memory; an organisation has a handful of letters in use at a time. */
    private static final int KEPT = 100;

    private record Edition(String key, int version) {}

    private final Map<Edition, Letter> parsed = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Edition, Letter> eldest) {
            return size() > KEPT;
        }
    });

    private final Clock clock;
    private final Event<Audited> audit;

    Letters(Clock clock, Event<Audited> audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest version of every letter, by key. */
    @Transactional
    public List<Letter> all() {
        return LetterTemplate.<LetterTemplate>list("order by key").stream()
                .map(template -> version(template.key, template.newest))
                .toList();
    }

    /** The newest version; a {@link Refusal} (404) where there is no such letter. */
    @Transactional
    public Letter current(String key) {
        return version(key, newestVersion(key).orElseThrow(() -> Refusal.unknown("no letter " + key)));
    }

    /** Exactly this version; a {@link Refusal} (404) where there is none. */
    @Transactional
    public Letter version(String key, int version) {
        var edition = new Edition(key, version);
        var known = parsed.get(edition);
        if (known != null) {
            return known;
        }
        var texts = new EnumMap<Language, LetterText>(Language.class);
        for (var row : LetterVersion.of(key, version)) {
            var language = Language.of(row.language);
            texts.put(language, LetterText.parse(language, row.source));
        }
        if (texts.isEmpty()) {
            throw Refusal.unknown("no version %d of letter %s".formatted(version, key));
        }
        var letter = new Letter(key, version, Collections.unmodifiableMap(texts));
        parsed.put(edition, letter);
        return letter;
    }

    /** The newest version's number; empty where there is no such letter. */
    @Override
    @Transactional
    public OptionalInt newestVersion(String key) {
        LetterTemplate template = LetterTemplate.findById(key);
        return template == null ? OptionalInt.empty() : OptionalInt.of(template.newest);
    }

    @Override
    @Transactional
    public List<String> keys() {
        return LetterTemplate.<LetterTemplate>list("order by key").stream()
                .map(template -> template.key)
                .toList();
    }

    /** The languages of a version; none where there is no such version. */
    @Override
    @Transactional
    public List<Language> languages(String key, int version) {
        var tags = LetterVersion.of(key, version).stream()
                .map(text -> text.language)
                .toList();
        return List.of(Language.values()).stream()
                .filter(language -> tags.contains(language.tag()))
                .toList();
    }

    @Override
    @Transactional
    public List<Language> complete(String key, int version) {
        return version(key, version).complete();
    }

    /** The letter as it leaves the house; {@link MissingFields} where a blank that it demands is empty. */
    public RenderedLetter render(Letter letter, Language language, MergeRecord record) {
        var rendered = draft(letter, language, record);
        if (!rendered.missing().isEmpty()) {
            throw new MissingFields(letter.key(), rendered.missing());
        }
        return rendered;
    }

    /** The letter as far as it is filled, for the eye only; {@code missing} says what keeps it from being sent. */
    public RenderedLetter draft(Letter letter, Language language, MergeRecord record) {
        return letter.in(language)
                .orElseThrow(
                        () -> Refusal.unknown("letter %s is not written in %s".formatted(letter.key(), language.tag())))
                .render(record);
    }

    /** Saves one language as a new version that keeps the others; {@link LetterFault} where it cannot be taken. */
    @Transactional
    public Letter save(String key, Language language, String file, String author) {
        return save(key, Map.of(language, file), author);
    }

    /** Saves what was written from version {@code based}; a {@link Refusal} (409) where someone saved this language since. */
    @Transactional
    public Letter saveFrom(int based, String key, Language language, String file, String author) {
        new Slug(key);
        var newest = LetterTemplate.locked(key).newest;
        if (!LetterVersion.source(key, based, language).equals(LetterVersion.source(key, newest, language))) {
            throw Refusal.wrongState("Version %d was saved while you wrote.".formatted(newest));
        }
        return save(key, language, file, author);
    }

    /** Saves several languages as one new version; what is as before in all of them makes none. */
    @Transactional
    Letter save(String key, Map<Language, String> files, String author) {
        new Slug(key);
        var texts = new EnumMap<Language, LetterText>(Language.class);
        files.forEach((language, file) -> texts.put(language, LetterText.parse(language, file)));
        var template = LetterTemplate.locked(key);
        var before = LetterVersion.of(key, template.newest);
        if (texts.values().stream().allMatch(text -> isIn(before, text))) {
            return version(key, template.newest);
        }
        template.newest++;
        before.stream()
                .filter(text -> !texts.containsKey(Language.of(text.language)))
                .map(LetterVersion::carriedOver)
                .forEach(text -> add(text, template.newest));
        texts.values().stream()
                .map(text -> LetterVersion.of(key, text.language(), text.source(), author, clock.instant()))
                .forEach(text -> add(text, template.newest));
        LetterVersion.flush();
        audit.fire(new Audited(author, "letter.save", key, "version " + template.newest));
        return version(key, template.newest);
    }

    private static boolean isIn(List<LetterVersion> before, LetterText text) {
        return before.stream()
                .anyMatch(row -> row.language.equals(text.language().tag())
                        && row.hash.equals(LetterVersion.hash(text.source())));
    }

    private static void add(LetterVersion text, int version) {
        text.version = version;
        text.persist();
    }
}

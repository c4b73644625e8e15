package org.demarche.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.common.Language;

/** Who saved which version of a letter, when, and in which language it changed. */
@ApplicationScoped
public class LetterHistory {

    /** One version: {@code changed} are the languages whose text is not that of the version before. */
    public record Edition(int version, String author, Instant savedAt, List<Language> changed) {}

    /** A row of the table without its text. */
    record Stamp(int version, String language, String hash, String author, Instant savedAt) {}

    /** Every version, the newest first; none for an unknown letter. */
    @Transactional
    public List<Edition> of(String key) {
        var byVersion = new TreeMap<Integer, List<Stamp>>();
        LetterVersion.find("key = ?1 order by version, language", key)
                .project(Stamp.class)
                .list()
                .forEach(stamp -> byVersion
                        .computeIfAbsent(stamp.version(), v -> new ArrayList<>())
                        .add(stamp));
        var editions = new ArrayList<Edition>();
        var hashes = new HashMap<String, String>();
        byVersion.forEach((version, stamps) -> {
            var changed = stamps.stream()
                    .filter(stamp -> !stamp.hash().equals(hashes.put(stamp.language(), stamp.hash())))
                    .toList();
            var last = changed.isEmpty() ? stamps.getLast() : changed.getLast();
            editions.add(new Edition(
                    version,
                    last.author(),
                    last.savedAt(),
                    changed.stream()
                            .map(stamp -> Language.of(stamp.language()))
                            .sorted()
                            .toList()));
        });
        return editions.reversed();
    }

    /** The file of one language as it was in this version; empty where there is none. */
    @Transactional
    public Optional<String> source(String key, int version, Language language) {
        return LetterVersion.source(key, version, language);
    }
}

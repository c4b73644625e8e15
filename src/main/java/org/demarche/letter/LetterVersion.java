package org.demarche.letter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Language;

/** The text of one language in one version of a letter; never changed once it is there, for signatures point to it. */
@Entity
@Table(name = "letter_version")
class LetterVersion extends PanacheEntityBase {

    /** Stands for the author of what came with the program's own {@code letters} folder. */
    static final String FROM_FOLDER = "folder letters";

    @Id
    UUID id = UUID.randomUUID();

    @Column(name = "letter_key")
    String key;

    int version;

    String language;

    String source;

    /** SHA-256 of the source in UTF-8, in hexadecimal. */
    String hash;

    String author;

    @Column(name = "saved_at")
    Instant savedAt;

    static LetterVersion of(String key, Language language, String source, String author, Instant now) {
        var text = new LetterVersion();
        text.key = key;
        text.language = language.tag();
        text.source = source;
        text.hash = hash(source);
        text.author = author;
        text.savedAt = now;
        return text;
    }

    /** The same text for another version. */
    LetterVersion carriedOver() {
        var copy = of(key, Language.of(language), source, author, savedAt);
        copy.version = version;
        return copy;
    }

    static List<LetterVersion> of(String key, int version) {
        return list("key = ?1 and version = ?2", key, version);
    }

    /** The file as it was in this version; empty where it was not written in this language. */
    static Optional<String> source(String key, int version, Language language) {
        return LetterVersion.<LetterVersion>find(
                        "key = ?1 and version = ?2 and language = ?3", key, version, language.tag())
                .firstResultOptional()
                .map(text -> text.source);
    }

    /** What the folder last brought in this language, whatever was saved since. */
    static Optional<LetterVersion> lastFromFolder(String key, Language language) {
        return find(
                        "key = ?1 and language = ?2 and author = ?3 order by version desc",
                        key,
                        language.tag(),
                        FROM_FOLDER)
                .firstResultOptional();
    }

    static String hash(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

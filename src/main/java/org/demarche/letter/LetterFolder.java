package org.demarche.letter;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.Language;
import org.jboss.logging.Logger;

/**
 * The {@code letters} folder that comes with the program: at the start, what changed in it since it was last read becomes
 * a new version. What staff saved since stays the newest as long as the file itself is unchanged.
 */
@ApplicationScoped
class LetterFolder {

    private static final Logger LOG = Logger.getLogger(LetterFolder.class);
    private static final String FOLDER = "letters";
    private static final String SUFFIX = ".md";

    private final Letters letters;

    LetterFolder(Letters letters) {
        this.letters = letters;
    }

    @Transactional
    void onStart(@Observes @Priority(100) StartupEvent started) throws IOException {
        take(files());
    }

    /** Takes what changed; a letter that cannot be read stops the start and is named with its line. */
    void take(Map<String, Map<Language, String>> files) {
        files.forEach((key, texts) -> {
            var changed = new EnumMap<Language, String>(Language.class);
            texts.forEach((language, text) -> {
                if (isChanged(key, language, text)) {
                    changed.put(language, text);
                }
            });
            if (!changed.isEmpty()) {
                var letter = letters.save(key, changed, LetterVersion.FROM_FOLDER);
                LOG.infof("Letter %s is now version %d, in %s", key, letter.version(), letter.languages());
            }
        });
    }

    private static boolean isChanged(String key, Language language, String file) {
        var text = parsed(key, language, file);
        return LetterVersion.lastFromFolder(key, language)
                .map(last -> !last.hash.equals(LetterVersion.hash(text.source())))
                .orElse(true);
    }

    private static LetterText parsed(String key, Language language, String file) {
        try {
            return LetterText.parse(language, file);
        } catch (LetterFault fault) {
            throw new IllegalStateException("%s/%s/%s%s, line %d, column %d: %s"
                    .formatted(FOLDER, key, language.tag(), SUFFIX, fault.line(), fault.column(), fault.getMessage()));
        }
    }

    private static Map<String, Map<Language, String>> files() throws IOException {
        var files = new TreeMap<String, Map<Language, String>>();
        ClassPathUtils.consumeAsPaths(FOLDER, folder -> {
            try (var found = Files.walk(folder, 2)) {
                found.filter(file -> file.toString().endsWith(SUFFIX))
                        .filter(file -> !file.getParent().equals(folder))
                        .forEach(file -> add(files, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return files;
    }

    private static void add(Map<String, Map<Language, String>> files, Path file) {
        var name = file.getFileName().toString();
        var tag = name.substring(0, name.length() - SUFFIX.length());
        var language =
                Language.find(tag).orElseThrow(() -> new IllegalStateException(file + ": unknown language " + tag));
        var key = file.getParent().getFileName().toString().replace("/", "");
        try {
            files.computeIfAbsent(key, k -> new EnumMap<>(Language.class)).put(language, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.demarche.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.demarche.common.BadInput;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Values that someone gives for a preview, and the invented ones of {@code letters/sample.yaml}. */
@ApplicationScoped
class LetterSamples {

    private static final String FILE = "letters/sample.yaml";

    private final Map<String, Object> samples;

    LetterSamples() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("missing on the classpath: " + FILE);
            }
            samples = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample in the language without the addressee, greeting and place, which each letter has of its own. */
    MergeRecord in(LetterText letter) {
        if (!(samples.get(letter.language().tag()) instanceof Map<?, ?> values)) {
            throw new IllegalStateException(
                    FILE + " has nothing in " + letter.language().tag());
        }
        var builder = MergeRecord.builder();
        fill(builder, "", values);
        own(builder, "addressee.name", letter.addresseeName());
        own(builder, "addressee.title", letter.addresseeTitle());
        own(builder, "addressee.salutation", letter.salutation());
        own(builder, "letter.place", letter.place());
        return builder.build();
    }

    private static void own(MergeRecord.Builder builder, String field, String value) {
        if (!value.isEmpty()) {
            builder.text(field, value);
        }
    }

    /** A record of exactly these values, nested as letters name them; {@link BadInput} for a field that letters lack. */
    static MergeRecord of(Map<String, Object> values) {
        var builder = MergeRecord.builder();
        fill(builder, "", values);
        return builder.build();
    }

    private static void fill(MergeRecord.Builder builder, String path, Map<?, ?> level) {
        level.forEach((name, value) -> {
            var field = path + name;
            switch (value) {
                case null -> builder.text(field, "");
                case Map<?, ?> deeper -> fill(builder, field + ".", deeper);
                case List<?> list when field.equals(LetterFields.LIST) -> list.forEach(e -> signatory(builder, e));
                case String text -> builder.text(field, text);
                case Number number -> builder.text(field, number.toString());
                default -> throw new BadInput(field, "must be a text");
            }
        });
    }

    private static void signatory(MergeRecord.Builder builder, Object entry) {
        if (!(entry instanceof Map<?, ?> values) || !LetterFields.LIST_FIELDS.containsAll(values.keySet())) {
            throw new BadInput(LetterFields.LIST, "each has a name and titles");
        }
        builder.signatory(text(values.get("name")), text(values.get("titles")));
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case List<?> several ->
                String.join("; ", several.stream().map(String::valueOf).toList());
            default -> throw new BadInput(LetterFields.LIST, "must be a text");
        };
    }
}

package org.demarche.letter;

import java.util.stream.Collectors;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.mission.Mission;

/**
 * With what a letter is tried out.
 *
 * @param as {@code supporter}, {@code organisation}, {@code bare} or {@code own}
 * @param mission null for the sample's
 * @param values for {@code own}: lines of the form {@code signer.name: Hana Mori}
 */
record LetterTrial(String as, Mission mission, String values) {

    private static final int LONGEST_VALUES = 20_000;

    /** The record; {@link BadInput} for a value that no letter has. */
    MergeRecord record(LetterText text, LetterSamples samples) {
        var sample = samples.in(text);
        var builder = switch (as) {
            case "own" -> own();
            case "bare" -> bare(text, sample);
            case "organisation" -> sample.toBuilder().signer("", "", "", "").comment("");
            default -> sample.toBuilder();
        };
        return mission == null
                ? builder.build()
                : builder.mission(mission, text.language()).build();
    }

    private static MergeRecord.Builder bare(LetterText text, MergeRecord sample) {
        var builder = MergeRecord.builder();
        text.required().stream().filter(LetterFields::isText).forEach(field -> builder.text(field, sample.text(field)));
        if (text.required().contains(LetterFields.LIST)) {
            builder.signatory("Margaret Ellison", "");
        }
        return builder;
    }

    private MergeRecord.Builder own() {
        if (values.length() > LONGEST_VALUES) {
            throw new BadInput("values", "at most " + LONGEST_VALUES + " characters");
        }
        var builder = MergeRecord.builder();
        values.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var parts = line.split(":", 2);
            if (parts.length < 2) {
                throw new BadInput("values", "each line is of the form signer.name: Hana Mori");
            }
            var field = parts[0].strip();
            if (field.equals(LetterFields.LIST)) {
                var signatory = parts[1].split(";", 2);
                builder.signatory(signatory[0], signatory.length < 2 ? "" : signatory[1]);
            } else if (LetterFields.isText(field)) {
                builder.text(field, parts[1]);
            } else {
                throw new BadInput("values", "no letter has the blank " + field);
            }
        });
        return builder;
    }

    /** The sample as lines to begin one's own values with. */
    static String lines(LetterText text, LetterSamples samples) {
        var sample = samples.in(text);
        return text.fields().stream()
                .map(field -> field.equals(LetterFields.LIST)
                        ? field + ": " + (text.language() == Language.EN ? "Margaret Ellison" : "")
                        : field + ": " + sample.text(field).replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }
}

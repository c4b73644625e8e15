package org.demarche.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.demarche.common.Language;

/** The petition of the house with its sample values, for measuring. */
final class MergeRecordSamples {

    /** What a supporter may add: five lines or so. */
    private static final Map<Language, String> COMMENTS = Map.of(
            Language.EN,
            "I teach young children. Every spring I tell new pupils that no one is sent home alone when it is not safe."
                    + " I would like to believe the same of great nations.",
            Language.JA,
            "私は幼い子どもたちを教えています。毎年春になると、危ないときには誰もひとりで家に帰されることはないのですよ、" + "と新入生に話します。偉大な国々もまた同じであると信じたいのです。");

    private MergeRecordSamples() {}

    static Circular circular(Language language) throws IOException {
        try (var file =
                MergeRecordSamples.class.getResourceAsStream("/letters/xi-petition/" + language.tag() + ".md")) {
            var text = LetterText.parse(language, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            var record = new LetterSamples().in(text);
            for (var field : new String[] {"signatures.count", "signatures.countries", "signatures.asOf"}) {
                record = record.with(field, "");
            }
            return new Circular(text, record);
        }
    }

    static String comment(Language language) {
        return COMMENTS.get(language);
    }
}

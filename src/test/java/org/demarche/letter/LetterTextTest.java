package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.demarche.common.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class LetterTextTest {

    private static final String HEAD = """
            ---
            title: "A letter"
            subject: "On {campaign.occasion}"
            required: [signer.name, signatories]
            ---
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "6  | 10 | `Dear all {nobody.name},`               | unknown field nobody.name",
                "8  | 1  | `One\n\n{addressee.nmae} and more`      | unknown field addressee.nmae",
                "7  | 2  | `{#if comment}\nx{#if nobody}y{/if}{/if}` | unknown field nobody",
                "8  | 3  | `One\\\nTwo\\\n a{nobody}`         | unknown field nobody",
                "7  | 1  | `One\n{#include x /}`                   | known here",
                "7  | 1  | `One\n::: postscript\nx\n:::`           | a block is one of",
                "6  | 1  | `::: close\nx`                          | has no end",
                "8  | 1  | `::: close\nx\n::: memo\n:::`           | still open",
            })
    void aFaultNamesItsLineInTheWholeFile(int line, int column, String body, String message) {
        assertThatThrownBy(() -> LetterText.parse(Language.EN, HEAD + body))
                .isInstanceOfSatisfying(LetterFault.class, fault -> {
                    assertThat(fault.getMessage()).contains(message);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(column);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | `Dear all`",
                "1 | `---\ntitle: x`",
                "2 | `---\n- a\n---\n`",
                "2 | `---\ntitle: x\n---\n`",
                "3 | `---\ntitle: x\nsubjct: y\n---\n`",
                "3 | `---\ntitle: x\nsubject: {nobody}\n---\n`",
                "3 | `---\ntitle: x\nsubject: \"{nobody}\"\n---\n`",
                "4 | `---\ntitle: x\nsubject: y\nrequired: [signer.nam]\n---\n`",
                "4 | `---\ntitle: x\nsubject: y\nrequired: signer.name\n---\n`",
                "4 | `---\ntitle: x\nsubject: y\ntitle: z\n---\n`",
                "4 | `---\ntitle: x\nsubject: y\nsummary: !!java.net.URL [http://example.org]\n---\n`",
                "4 | `---\ntitle: x\nsubject: y\nsummary: \"open\n---\n`",
            })
    void aFaultInTheFrontMatterNamesItsLine(int line, String file) {
        assertThatThrownBy(() -> LetterText.parse(Language.EN, file))
                .isInstanceOfSatisfying(
                        LetterFault.class,
                        fault -> assertThat(fault.line()).as(fault.getMessage()).isEqualTo(line));
    }

    @Test
    void fieldsAreThoseOfSubjectAndBody() {
        var letter = LetterText.parse(
                Language.EN, HEAD + "{signer.name} {comment ?: letter.place}\n{#for s in signatories}{s.name}{/for}");
        assertThat(letter.fields())
                .containsExactlyInAnyOrder(
                        "campaign.occasion", "signer.name", "comment", "letter.place", "signatories");
        assertThat(letter.required()).containsExactly("signer.name", "signatories");
        assertThat(letter.languageName()).isEqualTo("English");
    }

    @Test
    void windowsLineEndsAndByteOrderMarksMakeNoDifference() {
        var unix = LetterText.parse(Language.EN, HEAD + "One\n\nTwo");
        var windows = LetterText.parse(Language.EN, "\uFEFF" + (HEAD + "One\n\nTwo").replace("\n", "\r\n"));
        assertThat(windows.source()).isEqualTo(unix.source());
    }
}

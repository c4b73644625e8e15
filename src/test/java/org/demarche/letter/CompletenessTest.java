package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.demarche.common.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class CompletenessTest {

    private static final String WHOLE = """
            ---
            title: "t"
            subject: "s"
            summary: "words"
            required: [signer.name, letter.date]
            ---
            ::: addressee
            {addressee.name}
            :::

            One paragraph.

            1. one request
            2. another

            {#if comment}
            {comment}
            {/if}

            Thanks.

            ::: signature
            {signer.name}
            :::
            """;

    private static Letter letter(String... files) {
        var texts = new EnumMap<Language, LetterText>(Language.class);
        for (var i = 0; i < files.length; i++) {
            var language = Language.values()[i];
            texts.put(language, LetterText.parse(language, files[i]));
        }
        return new Letter("test", 1, texts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`summary: \"words\"\n`          | the entry summary                 | 3",
                "`, letter.date`                 | the required blank letter.date    | 5",
                "`2. another\n`                  | numbered point 2                  | 13",
                "`\nThanks.\n`                   | paragraph 3                       | 17",
                "`{#if comment}\n{comment}\n{/if}\n` | the blank {comment}           | 14",
                "`::: signature\n{signer.name}\n:::\n` | the block signature         | 20",
            })
    void aLanguageThatLacksWhatTheOthersHaveIsNamedWithThePlace(String cut, String lacking, int line) {
        assertThat(WHOLE).contains(cut);
        var letter = letter(WHOLE, WHOLE.replace(cut, ""), WHOLE);

        assertThat(letter.complete()).containsExactly(Language.EN, Language.KO);
        assertThat(letter.gaps()).anySatisfy(gap -> {
            assertThat(gap.language()).isEqualTo(Language.JA);
            assertThat(gap.message()).startsWith("lacks " + lacking + ", which en.md has on line ");
            assertThat(gap.line()).isEqualTo(line);
            assertThat(gap.column()).isPositive();
        });
    }

    @Test
    void oneLanguageThatSaysMoreIsNoMeasureForTheRest() {
        assertThat(letter(WHOLE.replace("Thanks.", "Thanks.\n\nAnd more."), WHOLE, WHOLE, WHOLE)
                        .gaps())
                .isEmpty();
    }

    @Test
    void howAnAddressIsWrittenIsTheMannerOfALanguage() {
        var west = WHOLE.replace("{addressee.name}", "{addressee.name}\\\n{addressee.title}\\\n{mission.address}");
        assertThat(letter(west, WHOLE).gaps()).isEmpty();
    }

    @Test
    void aLetterInOneLanguageLacksNothing() {
        assertThat(letter(WHOLE).gaps()).isEmpty();
        assertThat(letter(WHOLE).complete()).containsExactly(Language.EN);
    }

    @Test
    void thePetitionOfTheHouseIsCompleteInAllItsLanguages() throws Exception {
        Map<Language, LetterText> texts = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            texts.put(
                    language,
                    LetterText.parse(
                            language, Files.readString(Path.of("letters", "xi-petition", language.tag() + ".md"))));
        }
        assertThat(Completeness.gaps(texts)).isEmpty();
    }
}

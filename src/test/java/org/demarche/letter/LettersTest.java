package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestTransaction
class LettersTest {

    @Inject
    Letters letters;

    @Inject
    LetterFolder folder;

    @Inject
    LetterSamples samples;

    private static String file(String body) {
        return "---\ntitle: \"t\"\nsubject: \"s\"\nrequired: [signer.name]\n---\n" + body;
    }

    @Test
    void oneVersionPinsEveryLanguage() {
        var first = letters.save("test-appeal", Language.EN, file("one"), "kim");
        var second = letters.save("test-appeal", Language.JA, file("いち"), "lee");
        var third = letters.save("test-appeal", Language.EN, file("two"), "kim");
        assertThat(List.of(first.version(), second.version(), third.version())).containsExactly(1, 2, 3);
        assertThat(letters.version("test-appeal", 1).languages()).containsExactly(Language.EN);
        assertThat(letters.version("test-appeal", 2).texts().get(Language.EN).source())
                .endsWith("one");
        assertThat(letters.current("test-appeal").texts().get(Language.EN).source())
                .endsWith("two");
        assertThat(letters.languages("test-appeal", 3)).containsExactly(Language.EN, Language.JA);
        assertThat(letters.newestVersion("test-appeal")).hasValue(3);
        assertThat(LetterVersion.<LetterVersion>list("key = ?1 and version = 3 and language = 'ja'", "test-appeal"))
                .extracting(text -> text.author)
                .containsExactly("lee");
    }

    @Test
    void savingTheSameTextAgainMakesNoVersion() {
        letters.save("test-same", Language.EN, file("one"), "kim");
        assertThat(letters.save("test-same", Language.EN, file("one").replace("\n", "\r\n"), "lee")
                        .version())
                .isEqualTo(1);
    }

    @Test
    void theFolderBringsOnlyWhatChangedInItAndLeavesWhatStaffSaved() {
        var before = Map.of("test-folder", Map.of(Language.EN, file("one"), Language.KO, file("하나")));
        folder.take(before);
        assertThat(letters.current("test-folder").version()).isEqualTo(1);
        assertThat(letters.current("test-folder").languages()).hasSize(2);
        folder.take(before);
        assertThat(letters.current("test-folder").version()).isEqualTo(1);
        letters.save("test-folder", Language.EN, file("by staff"), "kim");
        folder.take(before);
        assertThat(letters.current("test-folder").version()).isEqualTo(2);
        assertThat(letters.current("test-folder").texts().get(Language.EN).source())
                .endsWith("by staff");
        folder.take(Map.of("test-folder", Map.of(Language.EN, file("two"), Language.KO, file("하나"))));
        assertThat(letters.current("test-folder").version()).isEqualTo(3);
        assertThat(letters.current("test-folder").texts().get(Language.EN).source())
                .endsWith("two");
        assertThat(letters.current("test-folder").languages()).hasSize(2);
    }

    @Test
    void aBrokenFileInTheFolderIsNamedWithItsLine() {
        assertThatThrownBy(() -> folder.take(Map.of("test-broken", Map.of(Language.EN, file("a\n{nobody}")))))
                .hasMessageContaining("letters/test-broken/en.md, line 7")
                .hasMessageContaining("nobody");
    }

    @Test
    void aLetterWithoutItsRequiredBlanksIsNotSent() {
        var letter = letters.save("test-required", Language.EN, file("Dear {signer.name}"), "kim");
        var nobody = MergeRecord.builder().build();
        assertThatThrownBy(() -> letters.render(letter, Language.EN, nobody))
                .isInstanceOfSatisfying(
                        MissingFields.class, m -> assertThat(m.fields()).containsExactly("signer.name"));
        assertThat(letters.draft(letter, Language.EN, nobody).text()).isEqualTo("Dear\n");
        assertThatThrownBy(() -> letters.render(letter, Language.KO, nobody)).isInstanceOf(Refusal.class);
    }

    @Test
    void unknownLettersAndVersionsAreRefused() {
        assertThatThrownBy(() -> letters.current("test-none")).isInstanceOf(Refusal.class);
        letters.save("test-known", Language.EN, file("x"), "kim");
        assertThatThrownBy(() -> letters.version("test-known", 9)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> letters.save("Not A Key", Language.EN, file("x"), "kim"))
                .isInstanceOf(BadInput.class);
        assertThat(letters.newestVersion("test-none")).isEmpty();
        assertThat(letters.languages("test-none", 1)).isEmpty();
    }

    @Test
    void everyLetterOfOursRendersFilledAndWithAllOptionalBlanksEmpty() {
        var ours = List.of("open-letter", "recommendations-brief", "secretary-of-state-visit", "xi-petition");
        assertThat(letters.all()).extracting(Letter::key).containsAll(ours);
        assertThat(letters.current("xi-petition").languages()).containsExactly(Language.values());
        for (var key : ours) {
            var letter = letters.current(key);
            for (var text : letter.texts().values()) {
                var full = letters.render(letter, text.language(), samples.in(text));
                var bare = letters.render(letter, text.language(), onlyRequired(text));
                for (var rendered : List.of(full, bare)) {
                    assertThat(rendered.text())
                            .as(letter.key() + " " + text.language())
                            .doesNotContain("{", "}", "\uE000", "\uE002", "\\", ":::", "\n\n\n")
                            .hasSizeGreaterThan(1000);
                    assertThat(rendered.html()).doesNotContain("{", "\uE000", "\uE002", "\\", "<p></p>");
                    assertThat(rendered.subject()).isNotBlank().doesNotContain("{", "\uE000");
                }
                if (text.fields().contains("comment")) {
                    assertThat(full.text().replaceAll("\\s+", " "))
                            .contains(samples.in(text).text("comment"));
                }
            }
        }
    }

    private MergeRecord onlyRequired(LetterText text) {
        var sample = samples.in(text);
        var bare = MergeRecord.builder();
        text.required().stream()
                .filter(field -> !field.equals(LetterFields.LIST))
                .forEach(field -> bare.text(field, sample.text(field)));
        if (text.required().contains(LetterFields.LIST)) {
            bare.signatory("Margaret Ellison", "");
        }
        return bare.build();
    }
}

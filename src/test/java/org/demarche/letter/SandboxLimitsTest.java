package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.qute.TemplateException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter costs little, whatever its author or its writer does. */
@Tag("quick")
class SandboxLimitsTest {

    private static final String FRONT = "---\ntitle: \"t\"\nsubject: \"s\"\n---\n";
    private static final Duration SOON = Duration.ofSeconds(3);

    private static MergeRecord.Builder signedByMany(String name) {
        var builder = MergeRecord.builder();
        for (var i = 0; i < 200; i++) {
            builder.signatory(name, "titles");
        }
        return builder;
    }

    @Test
    void aLetterThatWouldGrowTooLongIsRefusedWhenItIsSaved() {
        assertThatThrownBy(() -> LetterText.parse(
                        Language.EN,
                        FRONT + "{#for s in signatories}" + "a long line of words ".repeat(100) + "{/for}"))
                .isInstanceOf(LetterFault.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void valuesThatMakeALetterTooLongAreRefusedWithWords() {
        var letter = LetterText.parse(
                Language.EN,
                FRONT + "{#for s in signatories}" + "{s.name} {comment} {letter.place}".repeat(30) + "{/for}");

        assertThat(letter.render(signedByMany("Kim").build()).text()).contains("Kim");
        assertThatThrownBy(() -> letter.render(signedByMany("Kim")
                        .comment("\n\nwords".repeat(50))
                        .text("letter.place", "x".repeat(100_000))
                        .build()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("longer than");
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 2 * 1024 * 1024})
    void aLetterOfMoreThan64KilobytesIsRefusedAtOnce(int length) {
        assertThatThrownBy(() -> LetterText.parse(Language.EN, FRONT + "x".repeat(length)))
                .isInstanceOfSatisfying(LetterFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(1);
                    assertThat(fault).hasMessageContaining("64 KB");
                });
    }

    static Stream<String> exhausting() {
        return Stream.of(
                "{#if " + "a".repeat(60) + "=}x{/if}",
                "{#if " + "comment ".repeat(60) + "=}x{/if}",
                "{#if " + "( ! ".repeat(9_000) + "}x{/if}",
                "{#".repeat(30_000),
                "{!".repeat(30_000),
                "{#" + "a".repeat(60_000),
                "{comment".repeat(1_900),
                "{#if comment}".repeat(1_900) + "x" + "{/if}".repeat(1_900),
                "{#if comment}".repeat(30) + "x" + "{/if}".repeat(30),
                "{comment ?: signer.name}".repeat(1_950),
                "- ".repeat(30_000),
                "1. ".repeat(20_000),
                "*a_ ".repeat(15_000),
                "[".repeat(60_000),
                "[a](".repeat(15_000),
                "`".repeat(30_000) + "a",
                "&".repeat(60_000),
                "<".repeat(60_000),
                "\\".repeat(60_000),
                "::: close\n".repeat(5_000),
                "\n".repeat(60_000),
                "W".repeat(60_000),
                "\u202E\u200B".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("exhausting")
    void noTemplateKeepsUsBusy(String template) {
        var begun = System.nanoTime();

        var refused = catchThrowable(() -> LetterText.parse(Language.EN, FRONT + template)
                .render(MergeRecord.builder().comment("words").build()));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        if (refused != null) {
            assertThat(refused).isInstanceOfSatisfying(LetterFault.class, fault -> {
                assertThat(fault.line()).isPositive();
                assertThat(fault.getMessage()).isNotBlank().hasSizeLessThan(500);
            });
        }
    }

    @Test
    void aTemplateThatWorksAndWritesNothingMeetsItsDeadline() {
        var list = Stream.generate(() -> (Object) new Blanks(Map.of("name", "x")))
                .limit(200)
                .toList();
        var levels = new HashMap<String, Object>(Map.of("signatories", list));
        var inner =
                "{#for a in signatories}{#for b in signatories}{#for c in signatories}{#if c.name}{/if}{/for}{/for}{/for}";
        var begun = System.nanoTime();

        assertThatThrownBy(() -> Sandbox.render(Sandbox.parse(inner), new Blanks(levels), Duration.ofMillis(100)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("too long");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#for i in 1000000000}x{/for}",
                "{#for i in 1000000000}{/for}",
                "{#each 1000000000}x{/each}",
                "{#for i in comment}x{/for}",
                "{#for i in 'words'}x{/for}"
            })
    void theEngineItselfCountsToNoNumber(String template) {
        assertThatThrownBy(() -> Sandbox.parse(template)).isInstanceOf(TemplateException.class);
    }
}

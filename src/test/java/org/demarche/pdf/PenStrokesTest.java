package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class PenStrokesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "M10,20L30,40| M 10 20 L 30 40",
                "  M 10 20 L 30.25 40 | M 10 20 L 30.25 40",
                "M0 0Q1 2 3 4 C 1 1,2 2,600 200 M 5 5 L 5 5| M 0 0 Q 1 2 3 4 C 1 1 2 2 600 200 M 5 5 L 5 5"
            })
    void strokesAreKeptInOneSpelling(String drawn, String kept) {
        assertThat(PenStrokes.of(drawn).orElseThrow().path()).isEqualTo(kept.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M 1 1",
                "L 1 1 L 2 2",
                "M 1 1 L 2",
                "M 1 1 L 2 2 3 3",
                "M 1 1 L 601 1",
                "M 1 1 L 1 201",
                "M 1 1 L -1 1",
                "M 1 1 l 1 1",
                "M 1 1 A 1 1 0 0 0 2 2",
                "M 1 1 L 1e9 1",
                "M 1 1 L 2 2 \"/><script>",
                "M 1 1 L 2 2 url(#x)",
                "M 1 1 L 2 2 Z",
                "M 1 1 L １ ２"
            })
    void whateverElseIsSentIsNoSignature(String sent) {
        assertThat(PenStrokes.of(sent)).isEmpty();
    }

    @Test
    void aSignatureHasALength() {
        assertThat(PenStrokes.of("M 0 0" + " L 1 1".repeat(2_000))).isPresent();
        assertThat(PenStrokes.of("M 0 0" + " L 1 1".repeat(3_000))).isEmpty();
        assertThat(PenStrokes.of(null)).isEmpty();
    }

    @Test
    void noLogLearnsWhatWasDrawn() {
        assertThat(PenStrokes.of("M 12 34 L 56 78")).get().hasToString("PenStrokes[15 characters]");
    }
}

package org.demarche.pdf.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class WordingTest {
    @Test
    void decomposedLettersAreComposed() {
        assertThat(Wording.clean("Nguye\u0302\u0303n u\u0308")).isEqualTo("Nguyễn ü");
    }

    @Test
    void theFormOfAFamilyNameIsKeptEvenWhereUnicodeWouldReplaceIt() {
        var name = "\ufa19\ufa10 e\u0301 \ufa11\ud87e\udd1b";

        assertThat(Wording.clean(name)).isEqualTo("\ufa19\ufa10 é \ufa11\ud87e\udd1b");
    }

    @Test
    void directionControlsAndHiddenCharactersAreTakenOut() {
        assertThat(Wording.clean("a\u202eb\u2066c\u200bd\ufeffe\u0007f\u00adg")).isEqualTo("abcdefg");
    }

    @Test
    void joinersAndVariationSelectorsStay() {
        var text = "👩\u200d🚀 葛\udb40\udd00 ക്\u200d نمی\u200cخواهم ❤\ufe0f";

        assertThat(Wording.clean(text)).isEqualTo(text);
    }

    @Test
    void aHeapOfMarksIsCutToEight() {
        assertThat(Wording.clean("x" + "\u0316".repeat(60))).isEqualTo("x" + "\u0316".repeat(8));
    }

    @Test
    void halfASurrogatePairBecomesVisible() {
        assertThat(Wording.clean("a\ud842b")).isEqualTo("a\ufffdb");
    }

    @Test
    void theFirstLetterDecidesTheDirection() {
        assertThat(Wording.isRightToLeft("2024 – «مرحبا» Kyoto")).isTrue();
        assertThat(Wording.isRightToLeft("Kyoto מכתב")).isFalse();
        assertThat(Wording.isRightToLeft("123")).isFalse();
    }
}

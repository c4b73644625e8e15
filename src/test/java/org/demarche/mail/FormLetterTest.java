package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class FormLetterTest {

    private static final FormLetter FORM = new FormLetter(
            "Please confirm",
            "Here: " + FormLetter.blank("link") + "\n" + FormLetter.blank("line"),
            "<p>" + FormLetter.blank("line") + "</p><a href=\"" + FormLetter.blank("link") + "\">");

    @Test
    void whatFillsABlankIsTextAndNeverMarkupOrAnotherBlank() {
        var line = "<b>Hana</b> & \"Mori\" $1 \\ " + FormLetter.blank("link");
        var filled = FORM.filled(Map.of("link", "https://example.org/confirm/x", "line", line));
        assertThat(filled.subject()).isEqualTo("Please confirm");
        assertThat(filled.text()).isEqualTo("Here: https://example.org/confirm/x\n" + line);
        assertThat(filled.html())
                .isEqualTo("<p>&lt;b&gt;Hana&lt;/b&gt; &amp; &quot;Mori&quot; $1 \\ " + FormLetter.blank("link")
                        + "</p><a href=\"https://example.org/confirm/x\">");
    }

    @Test
    void aBlankThatNothingFillsIsAnError() {
        assertThatThrownBy(() -> FORM.filled(Map.of("line", "x"))).hasMessageContaining("link");
    }

    @Test
    void otherWordsAreAnotherForm() {
        assertThat(FORM.id()).isEqualTo(new FormLetter(FORM.subject(), FORM.text(), FORM.html()).id());
        assertThat(FORM.id()).isNotEqualTo(new FormLetter(FORM.subject(), FORM.text(), null).id());
    }

    @Test
    void blanksAreReadAsTheyWereWritten() {
        var blanks = Map.of("link", "https://example.org", "line", "山田太郎, 日本 \uD83D\uDD4A");
        assertThat(Forms.read(Forms.written(blanks))).isEqualTo(blanks);
    }
}

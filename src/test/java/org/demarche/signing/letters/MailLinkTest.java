package org.demarche.signing.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.letter.RenderedLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class MailLinkTest {

    private static RenderedLetter letter(String text) {
        return new RenderedLetter(Language.EN, "", text, "", "", List.of());
    }

    @Test
    void everySignBeyondLettersAndDigitsIsEncodedByRfc6068() {
        assertThat(MailLink.of(Optional.of(new EmailAddress("a+b&c@example.org")), "x & y?", "100 %\nkein ü"))
                .isEqualTo("mailto:a%2Bb%26c@example.org?subject=x%20%26%20y%3F&body=100%20%25%0D%0Akein%20%C3%BC");
    }

    @Test
    void withoutAnAddressTheWriterPutsOneIn() {
        assertThat(MailLink.of(Optional.empty(), "s", "b")).isEqualTo("mailto:?subject=s&body=b");
    }

    @Test
    void nobodyAddsHeadersThroughTheSubject() {
        assertThat(MailLink.of(Optional.empty(), "s&bcc=x@example.org\r\nBcc: y", "b"))
                .doesNotContain("&bcc=", "\r", "\n");
    }

    @Test
    void aShortLetterIsWhole() {
        assertThat(MailLink.body(letter("Dear all,\n\nwords\n"), "words", "Hana", "note"))
                .isEqualTo("Dear all,\n\nwords");
    }

    @Test
    void aLongLetterKeepsItsBeginningTheOwnWordsAndTheLine() {
        var text = "Dear all,\n\n" + ("x".repeat(600) + "\n\n").repeat(5) + "own\n\nHana";
        var body = MailLink.body(letter(text), "own", "Hana", "(shortened)");
        assertThat(body).startsWith("Dear all,\n\nxxx").endsWith("xxx\n\n(shortened)\n\nown\n\nHana");
        assertThat(body.length()).isLessThanOrEqualTo(MailLink.BODY_MAX);
    }

    @Test
    void longOwnWordsAreNeverCut() {
        var words = "w".repeat(1_790);
        assertThat(MailLink.body(letter("Dear all,\n\n" + words + "\n\nHana"), words, "Hana", "(shortened)"))
                .isEqualTo("(shortened)\n\n" + words + "\n\nHana");
    }
}

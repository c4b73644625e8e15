package org.demarche.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.demarche.common.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two forms are one person, and when they are two. */
class PersonTest {

    private static final EmailAddress MAILBOX = address("a@example.org");

    private static EmailAddress address(String typed) {
        return EmailAddress.parse(typed).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "hana.mori@gmail.com, HanaMori+petition@googlemail.com",
        "hana@münchen.de, HANA@xn--mnchen-3ya.de",
        "hana@MÜNCHEN.de, hana@münchen.de",
        "hana+1@outlook.com, hana@outlook.com",
        "hana@me.com, hana+x@icloud.com",
        "h.a-na@proton.me, hana@pm.me",
        "ｈana@example.org, hana@example.org"
    })
    void theseAreOneMailbox(String one, String other) {
        assertThat(Person.mailboxKey(address(one))).isEqualTo(Person.mailboxKey(address(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.b@example.org, ab@example.org",
        "a+b@example.org, a@example.org",
        "a.b@outlook.com, ab@outlook.com",
        "a@yahoo.com, a@yahoo.co.jp",
        "+tag@gmail.com, tag@gmail.com"
    })
    void theseAreTwoMailboxes(String one, String other) {
        assertThat(Person.mailboxKey(address(one))).isNotEqualTo(Person.mailboxKey(address(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "Hana Mori, ＨＡＮＡ　mori",
        "Ａｎｎａ, anna",
        "ﾔﾏﾀﾞ ﾀﾛｳ, ヤマダ タロウ",
        "José, Jose\u0301",
        "山田太郎, 山田\u200b太郎",
        "नमस्ते, नमस्\u200dते",
        "辻 一, 辻\uDB40\uDD00 一"
    })
    void theseAreOneName(String one, String other) {
        assertThat(Person.key(MAILBOX, one)).isEqualTo(Person.key(MAILBOX, other));
    }

    @ParameterizedTest
    @CsvSource({"山田太郎, 山田花子", "José, Jose", "Müller, Mueller", "김민수, 김민서", "Ivan, Иван", "かな, カナ"})
    void theseAreTwoPeople(String one, String other) {
        assertThat(Person.key(MAILBOX, one)).isNotEqualTo(Person.key(MAILBOX, other));
    }

    @Test
    void aNameNeedsALetterThatCanBeSeen() {
        for (var nothing : new String[] {"\u200b\u2060", "\u3164", "...", "\u2800", "\uDB40\uDC41", "123"}) {
            assertThat(org.demarche.common.Text.hasLetter(org.demarche.common.Text.line(nothing)))
                    .as(nothing)
                    .isFalse();
        }
    }
}

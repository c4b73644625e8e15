package org.demarche.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mailboxes can be written to, by RFC 5321 and RFC 6531, and what is said of the others. */
@Tag("quick")
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hana@example.org",
                "  hana@example.org  ",
                "h.m+tag@sub.example.org",
                "o'hara!#$%&*/=?^_`{|}~-@example.org",
                "1@example.org",
                "hana@xn--wgv71a119e.jp",
                "山田@例え.jp",
                "用户@例子.广告",
                "Dörte@Sörensen.example.org",
                "अजय@डाटा.भारत",
                "a@a.b.c.d.example.org"
            })
    void aMailboxThatCanBeWrittenToIsTaken(String typed) {
        assertThat(EmailAddress.flaw(typed)).isEmpty();
        assertThat(EmailAddress.parse(typed)).isPresent();
    }

    @Test
    void aDomainIsKeptInAscii() {
        assertThat(EmailAddress.parse("山田@例え.JP").orElseThrow().value()).isEqualTo("山田@xn--r8jz45g.jp");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "hana, AT",
                "hana.example.org, AT",
                "a@b@example.org, AT",
                "@, NAME",
                "@example.org, NAME",
                ".hana@example.org, NAME",
                "hana.@example.org, NAME",
                "ha..na@example.org, NAME",
                "|ha,na@example.org|, NAME",
                "ha;na@example.org, NAME",
                "\"hana\"@example.org, NAME",
                "\"ha@na\"@example.org, AT",
                "hana(comment)@example.org, NAME",
                "Hana<hana@example.org>, NAME",
                "ha\\na@example.org, NAME",
                "ha na@example.org, BLANK",
                "hana @example.org, BLANK",
                "ha\u00a0na@example.org, BLANK",
                "ha\u3000na@example.org, BLANK",
                "ha\u200bna@example.org, BLANK",
                "ha\u202ena@example.org, BLANK",
                "ha\u0000na@example.org, BLANK",
                "|ha\tna@example.org|, BLANK",
                "|ha\nbcc:x@example.org|, BLANK",
                "hana@, DOMAIN",
                "hana@localhost, DOMAIN",
                "hana@example, DOMAIN",
                "hana@.example.org, DOMAIN",
                "hana@example..org, DOMAIN",
                "hana@example.org., DOMAIN",
                "hana@-example.org, DOMAIN",
                "hana@example-.org, DOMAIN",
                "hana@exa_mple.org, DOMAIN",
                "hana@127.0.0.1, DOMAIN",
                "hana@[127.0.0.1], DOMAIN",
                "hana@[IPv6:::1], DOMAIN",
                "hana@example.org>, DOMAIN",
                "|hana@example.org,b|, DOMAIN"
            })
    void whatIsNoneIsRefusedWithItsReason(String typed, MailboxFlaw flaw) {
        assertThat(EmailAddress.flaw(typed)).contains(flaw);
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void lengthIsCountedInOctetsAsTheProtocolDoes() {
        assertThat(EmailAddress.flaw("a".repeat(64) + "@example.org")).isEmpty();
        assertThat(EmailAddress.flaw("a".repeat(65) + "@example.org")).contains(MailboxFlaw.TOO_LONG);
        // Three octets each.
        assertThat(EmailAddress.flaw("森".repeat(21) + "@example.org")).isEmpty();
        assertThat(EmailAddress.flaw("森".repeat(22) + "@example.org")).contains(MailboxFlaw.TOO_LONG);
        var domain = ("d".repeat(60) + ".").repeat(3) + "example.org";
        assertThat(EmailAddress.flaw("a".repeat(59) + "@" + domain)).isEmpty();
        assertThat(EmailAddress.flaw("a".repeat(60) + "@" + domain)).contains(MailboxFlaw.TOO_LONG);
        assertThat(EmailAddress.flaw("a@" + "d".repeat(64) + ".org")).contains(MailboxFlaw.DOMAIN);
    }
}

package org.demarche.staff.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 6238, appendix B, of which authenticators show the last six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "20000000000,353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenAStepEarlyOrLateAndNoMore() {
        var code = Totp.code(SECRET, NOW);
        assertThat(Totp.stepOf(SECRET, code, 0, NOW.plusSeconds(30))).isPresent();
        assertThat(Totp.stepOf(SECRET, code, 0, NOW.minusSeconds(30))).isPresent();
        assertThat(Totp.stepOf(SECRET, code, 0, NOW.plusSeconds(90))).isEmpty();
    }

    @Test
    void aCodeThatWasUsedIsUsedUp() {
        var step = Totp.stepOf(SECRET, Totp.code(SECRET, NOW), 0, NOW).orElseThrow();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, NOW), step, NOW)).isEmpty();
    }

    @Test
    void wideDigitsAndBlanksAreDigits() {
        assertThat(Totp.stepOf(SECRET, "０８１ ８０４", 0, NOW)).isPresent();
        assertThat(Totp.stepOf(SECRET, "", 0, NOW)).isEmpty();
        assertThat(Totp.stepOf(SECRET, "08180४", 0, NOW)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void lettersAreThoseOfTheStandard(String plain, String letters) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
    }
}

package org.demarche.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class PasswordRuleTest {

    private static final List<String> KIM = List.of("Kim Ito", "kim.ito.san@example.org", "kim.ito.san.1");

    @ParameterizedTest
    @ValueSource(
            strings = {"elevenchars", "Password1234", "aaaaaaaaaaaaaaaa", "KIM.ITO.SAN@example.org", "Kim.Ito.San.1", ""
            })
    void whatAnybodyWouldTryIsRefused(String password) {
        assertThat(PasswordRule.objection(password, KIM)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three slow herons", "ゆっくり歩く三羽のサギです", "twelve chars"})
    void aFewWordsAreGood(String password) {
        assertThat(PasswordRule.objection(password, KIM)).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersAndHasAnEnd() {
        assertThat(PasswordRule.objection("𠮷野家で食べた牛丼🍚", KIM)).isPresent();
        assertThat(PasswordRule.objection("abcdefgh".repeat(32), KIM)).isEmpty();
        assertThat(PasswordRule.objection("abcdefgh".repeat(32) + "i", KIM)).isPresent();
    }
}

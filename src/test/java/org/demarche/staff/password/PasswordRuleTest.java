package org.demarche.staff.password;

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
            strings = {
                "elevenchars",
                "sonyericsson",
                "gfhjkmgfhjkm",
                "Scoobydoo123!",
                "butterfly-77",
                "Password1234",
                "aaaaaaaaaaaaaaaa",
                "KIM.ITO.SAN@example.org",
                "Kim.Ito.San.1",
                "",
                "P4ssw0rd!!!!2026",
                "iloveyou iloveyou",
                "Sakura-Tokyo-2026",
                "1qaz2wsx3edc",
                "mnbvcxzlkjhgfdsa",
                "refugees 1234567",
                "demarchedemarche"
            })
    void whatAnybodyWouldTryIsRefused(String password) {
        assertThat(PasswordRule.objection(password, KIM)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three slow herons",
                "ゆっくり歩く三羽のサギです",
                "twelve chars",
                "passionate kites",
                "sakura heron by the gate"
            })
    void aFewWordsAreGood(String password) {
        assertThat(PasswordRule.objection(password, KIM)).isEmpty();
    }

    @Test
    void lengthIsCountedInCharactersAndHasAnEnd() {
        assertThat(PasswordRule.objection("𠮷野家で食べた牛丼🍚", KIM)).isPresent();
        assertThat(PasswordRule.objection("three slow herons ".repeat(14) + "owls", KIM))
                .isEmpty();
        assertThat(PasswordRule.objection("three slow herons ".repeat(14) + "owls!", KIM))
                .isPresent();
    }
}

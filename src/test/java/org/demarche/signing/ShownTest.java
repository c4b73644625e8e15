package org.demarche.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://example.org", "www.example.org", "write to a@example.org", "go to evil.com now",
                "EVIL.COM/x", "ｈｔｔｐｓ：／／example.org", "mailto:x", "bit.ly/abc"
            })
    void theseAreLinks(String typed) {
        assertThat(Shown.hasLink(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J. R. Mori",
                "Let them go.Please",
                "Mr.Kim",
                "3.5 million",
                "山田太郎",
                "No. 24/9",
                "Ph.D. Lee",
                "St. John",
                "@home we pray",
                "e.g. this",
                "Dr.Me"
            })
    void theseAreNone(String typed) {
        assertThat(Shown.hasLink(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pаypal", "Ηana", "Mоri"})
    void theseDeceive(String name) {
        assertThat(Shown.hasLookalike(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Иван Petrov", "Γιώργος", "山田 Taro", "José", "Иван", "Kim 김", "Đặng", "Ünal"})
    void theseDoNot(String name) {
        assertThat(Shown.hasLookalike(name)).isFalse();
    }
}

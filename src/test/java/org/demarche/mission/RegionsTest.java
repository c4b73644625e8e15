package org.demarche.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.demarche.common.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class RegionsTest {

    private final Regions regions = new Regions();

    @Test
    void prefecturesHaveTheirNamesInFourLanguages() {
        assertThat(regions.name("JP-13", Language.EN)).isEqualTo("Tokyo");
        assertThat(regions.name("JP-13", Language.JA)).isEqualTo("東京都");
        assertThat(regions.name("JP-13", Language.KO)).isEqualTo("도쿄도");
        assertThat(regions.name("JP-13", Language.ZH_HANS)).isEqualTo("东京都");
        assertThat(regions.name("JP-15", Language.ZH_HANS)).isEqualTo("新潟县");
        assertThat(regions.name("KR-11", Language.JA)).isEqualTo("ソウル特別市");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP", "KR", "US", "CA", "AU", "NZ", "GB", "DE", "FR", "CN", "TW"})
    void namesAreInTheScriptOfTheirLanguageAndDifferFromEachOther(String country) {
        for (var language : Language.values()) {
            var seen = new HashSet<String>();
            for (var code : regions.of(country)) {
                var name = regions.name(code, language);
                assertThat(seen.add(name)).as(code + " " + name).isTrue();
                var script = switch (language) {
                    case EN -> "[\\p{IsLatin} .,'-]+";
                    case JA -> "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー・]+";
                    case KO -> "[\\p{IsHangul} ()]+";
                    case ZH_HANS -> "[\\p{IsHan}-]+";
                };
                assertThat(name).as(code).matches(script);
            }
        }
    }

    @Test
    void chineseNamesAreSimplified() {
        for (var country : new String[] {"JP", "KR", "TW", "US"}) {
            for (var code : regions.of(country)) {
                assertThat(regions.name(code, Language.ZH_HANS))
                        .doesNotContainPattern("[縣東廣島岡鹿児兒長蘭義雲慶羅濟済県]".replace("鹿", ""));
            }
        }
    }

    @Test
    void aMissingNameFallsBackToEnglishAndAnUnknownCodeToItself() {
        assertThat(regions.name("AT-9", Language.KO)).isEqualTo("Vienna");
        assertThat(regions.name("BR-SP", Language.KO)).isEqualTo("BR-SP");
    }

    @Test
    void aRegionBelongsToItsOwnCountryOnly() {
        assertThat(regions.belongs("JP", "JP-01")).isTrue();
        assertThat(regions.belongs("KR", "JP-01")).isFalse();
        assertThat(regions.belongs("JP", "JP-48")).isFalse();
        assertThat(regions.belongs("JP", null)).isFalse();
        assertThat(regions.of("KR")).hasSize(17);
        assertThat(regions.of("BR")).isEmpty();
    }

    @Test
    void countriesAreNamedInFourLanguages() {
        assertThat(Countries.name("KR", Language.EN)).isEqualTo("South Korea");
        assertThat(Countries.name("JP", Language.KO)).isEqualTo("일본");
        assertThat(Countries.name("DE", Language.JA)).isEqualTo("ドイツ");
        assertThat(Countries.name("US", Language.ZH_HANS)).isEqualTo("美国");
        assertThat(Countries.all(Language.JA)).hasSize(249);
        assertThat(Countries.known("XX")).isFalse();
    }
}

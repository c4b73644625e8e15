package org.demarche.common.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.demarche.common.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class SpokenTest {

    private static final Instant CLOSES = Instant.parse("2026-09-20T14:59:00Z");

    private static Spoken in(Language language) {
        return new Spoken(language, ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void aMomentIsSaidInTheCampaignsZoneAndTheReadersLanguage() {
        assertThat(in(Language.EN).moment(CLOSES)).isEqualTo("20\u00A0September\u00A02026, 23:59 (Japan Time)");
        assertThat(in(Language.JA).moment(CLOSES)).isEqualTo("2026年9月20日 23:59（日本時間）");
        assertThat(in(Language.KO).moment(CLOSES)).isEqualTo("2026년\u00A09월\u00A020일 23:59(일본 시간)");
        assertThat(in(Language.ZH_HANS).moment(CLOSES)).isEqualTo("2026年9月20日 23:59（日本时间）");
    }

    @Test
    void aReceiptTellsNoMoreThanTheHour() {
        assertThat(in(Language.EN).hour(CLOSES))
                .isEqualTo("20\u00A0September\u00A02026, between 23:00 and 00:00 (Japan Time)");
    }

    @Test
    void numbersAndCountriesAreNamed() {
        assertThat(in(Language.KO).number(1847)).isEqualTo("1,847");
        assertThat(in(Language.ZH_HANS).country("JP")).isEqualTo("日本");
        assertThat(in(Language.JA).country("KR")).isEqualTo("韓国");
    }
}

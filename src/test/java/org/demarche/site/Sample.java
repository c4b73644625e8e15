package org.demarche.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.page.Letterhead;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;

/** What all invented views of one language share. */
abstract class Sample {

    static final String HEX = "9f2c 71d0 b6a8 43ee 05b1 c8d7 2a94 e610 7b3f 5d02 88c1 f4a6 19e3 60bd a275 c90e";
    static final Instant OPENS = Instant.parse("2026-08-01T00:00:00Z");
    static final Instant CLOSES = Instant.parse("2026-09-20T14:59:00Z");
    static final Instant DELIVERED = Instant.parse("2026-09-24T01:05:00Z");
    static final Instant NOW = Instant.parse("2026-09-10T05:05:00Z");

    final Language language;

    Sample(Language language) {
        this.language = language;
    }

    Spoken spoken() {
        return new Spoken(language, ZoneId.of("Asia/Tokyo"));
    }

    String said(String en, String ja, String ko, String zh) {
        return List.of(en, ja, ko, zh).get(language.ordinal());
    }

    Phrase phrase(String text) {
        return new Phrase(language.tag(), text);
    }

    Page page(String path) {
        var name = said("Life Funds for North Korean Refugees", "北朝鮮難民救援基金", "북조선난민구원기금", "北朝鲜难民救援基金");
        var note = said("Tokyo, since 1998", "東京・1998年設立", "도쿄, 1998년 설립", "东京，1998年成立");
        return new Page(language, path, new Letterhead(name, note, "help@example.org"));
    }

    Phrase title() {
        return phrase(SampleLetter.title(language));
    }

    String goesTo() {
        return said(
                "the Embassy of China in Tokyo and the consulates-general in Osaka, Fukuoka, Nagasaki, Nagoya, Niigata"
                        + " and Sapporo",
                "在日中国大使館（東京）と、大阪・福岡・長崎・名古屋・新潟・札幌の各総領事館",
                "주일 중국대사관(도쿄)과 오사카, 후쿠오카, 나가사키, 나고야, 니가타, 삿포로 총영사관",
                "中国驻日本大使馆（东京）以及驻大阪、福冈、长崎、名古屋、新潟、札幌各总领事馆");
    }

    String line() {
        return spoken().country("JP");
    }
}

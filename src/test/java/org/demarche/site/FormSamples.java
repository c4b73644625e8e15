package org.demarche.site;

import java.util.List;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.Tally;
import org.demarche.common.page.Wording;
import org.demarche.signing.SignProblems;
import org.demarche.signing.page.CampaignNews;
import org.demarche.signing.page.CampaignView;
import org.demarche.signing.page.LetterWriterView;
import org.demarche.signing.page.Places;
import org.demarche.signing.page.Preview;
import org.demarche.signing.page.SignFormView;
import org.demarche.site.share.ShareMessages;

/** Invented views of the pages with the sign form. */
final class FormSamples extends Sample {

    FormSamples(Language language) {
        super(language);
    }

    private Places places() {
        var s = spoken();
        return new Places(
                List.of(
                        new Places.Choice("JP", s.country("JP")),
                        new Places.Choice("KR", s.country("KR")),
                        new Places.Choice("US", s.country("US"))),
                List.of(new Places.Regions(
                        "JP",
                        s.country("JP"),
                        List.of(
                                new Places.Choice("JP-04", said("Miyagi", "宮城県", "미야기현", "宫城县")),
                                new Places.Choice("JP-13", said("Tokyo", "東京都", "도쿄도", "东京都"))))));
    }

    CampaignView campaign(CampaignView.Phase phase, SignFormView form) {
        return campaign(phase, form, 1847);
    }

    CampaignView campaign(CampaignView.Phase phase, SignFormView form, long signed) {
        var s = spoken();
        return new CampaignView(
                page("/campaigns/safe-passage"),
                "safe-passage",
                phase,
                title(),
                phrase(SampleLetter.summary(language)),
                said("Save North Korean Refugees Day", "北朝鮮難民救出デー", "북한 난민 구출의 날", "拯救朝鲜难民日"),
                s.day(DELIVERED),
                true,
                true,
                true,
                false,
                "500",
                new CampaignView.Count(s.tally(signed), 3000, "3,000", s.dayOfYear(CLOSES), s.moment(NOW)),
                SampleLetter.sheet(language),
                new CampaignView.Margin(
                        goesTo(),
                        s.moment(OPENS),
                        s.moment(CLOSES),
                        s.dayOfYear(CLOSES),
                        3,
                        language.nativeName(),
                        page("/campaigns/safe-passage").languages().stream()
                                .filter(l -> !l.current())
                                .toList(),
                        List.of(phrase(said(
                                "2014: report of the UN Commission of Inquiry, A/HRC/25/63",
                                "2014年：国連調査委員会報告書 A/HRC/25/63",
                                "2014년: 유엔 조사위원회 보고서 A/HRC/25/63",
                                "2014年：联合国调查委员会报告 A/HRC/25/63"))),
                        List.of(
                                new CampaignView.Row(s.country("JP"), "1,204"),
                                new CampaignView.Row(s.country("KR"), "312"),
                                new CampaignView.Row(null, "331")),
                        List.of("Park Ji-ho", "Hana Mori"),
                        phase == CampaignView.Phase.SOON ? s.tally(12) : null,
                        phase == CampaignView.Phase.SOON
                                ? List.of()
                                : List.of(new CampaignNews.Item(
                                        "2026-08-01T00:00:00Z",
                                        s.day(OPENS),
                                        Wording.of(ShareMessages.class, language)
                                                .opened(),
                                        null))),
                form,
                places(),
                Preview.sample(language, "1,848"));
    }

    SignFormView empty() {
        return SignFormView.empty(language, "newsletter");
    }

    SignFormView spoiled() {
        var problems = Wording.of(SignProblems.class, language);
        return new SignFormView(
                Map.of(
                        "name", "Hana \"H\" <Mori>",
                        "email", "hana.mori@example",
                        "city", "Sendai",
                        "comment", "I was nine when I learned what the word “returned” meant.",
                        "disclosure", "INITIALS",
                        "news", "true",
                        "language", language.tag()),
                List.of(
                        new Problem("email", problems.emailInvalid()),
                        new Problem("country", problems.countryRequired()),
                        new Problem("comment", problems.commentTooLong("500", new Tally(47, "47")))));
    }

    /** Who asked to be reminded while nothing could be stored. */
    SignFormView unstored() {
        return new SignFormView(
                Map.of("email", "hana.mori@example.org", "language", language.tag()),
                List.of(new Problem("", Wording.of(SignProblems.class, language).reminderDown())));
    }

    private SignFormView spoiledLetter() {
        var problems = Wording.of(SignProblems.class, language);
        return new SignFormView(
                Map.of("name", "Hana Mori", "paragraph", "I teach.\n\nAnd <I> write.", "channel", "PRINT"),
                List.of(
                        new Problem("mission", problems.missionUnknown()),
                        new Problem("paragraph", problems.paragraphTooLong("1,500", new Tally(1, "1"))),
                        new Problem("disclosure", problems.countedNeedsLine()),
                        new Problem("", problems.storageDown())));
    }

    LetterWriterView letter(boolean found) {
        var full = SampleLetter.sheet(language);
        return new LetterWriterView(
                page("/campaigns/safe-passage/letter"),
                "safe-passage",
                title(),
                "1,500",
                found
                        ? new LetterWriterView.Office(
                                "cn-jp-niigata",
                                said("Consulate-General of China in Niigata", "中国駐新潟総領事館", "주니가타 중국 총영사관", "中国驻新潟总领事馆"),
                                said(
                                        "Niigata, Fukushima, Yamagata, Miyagi",
                                        "新潟・福島・山形・宮城",
                                        "니가타, 후쿠시마, 야마가타, 미야기",
                                        "新潟、福岛、山形、宫城"),
                                "ja",
                                List.of("〒951-8104", "新潟市中央区西大畑町5220-18"),
                                spoken().day(NOW))
                        : null,
                full,
                found ? empty() : spoiledLetter(),
                places(),
                Preview.sampleLetter(language));
    }
}

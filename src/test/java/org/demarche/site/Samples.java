package org.demarche.site;

import io.quarkus.qute.RawString;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.demarche.bundle.VerifyView;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.Letterhead;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Tally;
import org.demarche.common.page.Wording;
import org.demarche.delivery.DeliveriesView;
import org.demarche.delivery.DeliveriesView.Outcome;
import org.demarche.signing.*;

/** One invented view of every page, in one language. */
record Samples(Language language) {

    private static final String HEX = "9f2c 71d0 b6a8 43ee 05b1 c8d7 2a94 e610 7b3f 5d02 88c1 f4a6 19e3 60bd a275 c90e";
    private static final Instant OPENS = Instant.parse("2026-08-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-09-20T14:59:00Z");
    private static final Instant DELIVERED = Instant.parse("2026-09-24T01:05:00Z");
    private static final Instant NOW = Instant.parse("2026-09-10T05:05:00Z");

    private Spoken spoken() {
        return new Spoken(language, ZoneId.of("Asia/Tokyo"));
    }

    private String said(String en, String ja, String ko, String zh) {
        return List.of(en, ja, ko, zh).get(language.ordinal());
    }

    private Phrase phrase(String text) {
        return new Phrase(language.tag(), text);
    }

    Page page(String path) {
        var name = said("Life Funds for North Korean Refugees", "北朝鮮難民救援基金", "북조선난민구원기금", "北朝鲜难民救援基金");
        var note = said("Tokyo, since 1998", "東京・1998年設立", "도쿄, 1998년 설립", "东京，1998年成立");
        return new Page(language, path, new Letterhead(name, note, "help@example.org"));
    }

    private Phrase title() {
        return phrase(SampleLetter.title(language));
    }

    private String goesTo() {
        return said(
                "the Embassy of China in Tokyo and the consulates-general in Osaka, Fukuoka, Nagasaki, Nagoya, Niigata"
                        + " and Sapporo",
                "在日中国大使館（東京）と、大阪・福岡・長崎・名古屋・新潟・札幌の各総領事館",
                "주일 중국대사관(도쿄)과 오사카, 후쿠오카, 나가사키, 나고야, 니가타, 삿포로 총영사관",
                "中国驻日本大使馆（东京）以及驻大阪、福冈、长崎、名古屋、新潟、札幌各总领事馆");
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
                new CampaignView.Count(s.tally(1847), 3000, "3,000", s.dayOfYear(CLOSES), s.moment(NOW)),
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
                        List.of("Park Ji-ho", "Hana Mori")),
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

    CheckMailView checkMail() {
        return new CheckMailView(page("/campaigns/safe-passage"), "safe-passage", "letters@example.org");
    }

    private String line() {
        return spoken().country("JP");
    }

    ConfirmView confirm(boolean letter) {
        return new ConfirmView(
                page("/confirm/t0ken"),
                "t0ken",
                title(),
                "森 花",
                letter ? null : line(),
                false,
                true,
                letter ? goesTo() : null,
                letter ? "PLATFORM" : null);
    }

    private Receipt receipt() {
        var s = spoken();
        return new Receipt(
                "my-t0ken",
                title(),
                3,
                language.nativeName(),
                s.hour(NOW),
                "1,848",
                "1,848",
                line(),
                false,
                true,
                HEX,
                HEX,
                s.moment(NOW));
    }

    ConfirmedView confirmed(boolean letter) {
        var words = Wording.of(ConfirmMessages.class, language);
        return new ConfirmedView(
                page("/confirm/t0ken"),
                "my-t0ken",
                "safe-passage",
                title(),
                spoken().dayOfYear(DELIVERED),
                letter,
                !letter,
                "https://example.org/campaigns/safe-passage",
                letter ? null : receipt(),
                letter ? "mailto:info@example.org?subject=x" : null,
                letter ? "/my/my-t0ken/letter.pdf" : null);
    }

    MyView my(MyView.Status status, boolean open) {
        var gone = status == MyView.Status.WITHDRAWN;
        return new MyView(
                page("/my/my-t0ken"),
                "my-t0ken",
                status,
                "safe-passage",
                title(),
                open,
                spoken().day(CLOSES),
                open,
                open
                        ? empty()
                        : new SignFormView(
                                Map.of(),
                                List.of(new Problem(
                                        "sure",
                                        Wording.of(SignProblems.class, language).sureNeeded()))),
                Preview.sample(language, null),
                status == MyView.Status.CONFIRMED ? receipt() : null,
                gone
                        ? null
                        : new MyView.Held(
                                "森 花", "hana.mori@example.org", line(), "Miyagi", "Sendai", "", "newsletter"));
    }

    LedgerView ledger(long size) {
        return new LedgerView(
                page("/campaigns/safe-passage/ledger"),
                "safe-passage",
                title(),
                spoken().tally(size),
                HEX,
                spoken().moment(NOW),
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==",
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
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
                SampleLetter.body(language),
                new RawString("<p>" + SampleLetter.ask(language) + "</p>"),
                full,
                found ? empty() : spoiledLetter(),
                places(),
                Preview.sampleLetter(language));
    }

    HomeView home(boolean any) {
        var s = spoken();
        var first = new HomeView.First(
                "safe-passage",
                title(),
                s.day(CLOSES),
                s.tally(1847),
                "3,000",
                true,
                language.tag(),
                SampleLetter.addressee(language),
                SampleLetter.salutation(language),
                SampleLetter.ask(language));
        var others = List.of(
                new HomeView.Entry(
                        "school",
                        HomeView.State.OPEN,
                        s.day(CLOSES),
                        new Phrase("en", "A seat in school for every child"),
                        phrase(SampleLetter.summary(language)),
                        s.tally(1),
                        s.tally(61),
                        false),
                new HomeView.Entry(
                        "day-2027", HomeView.State.SOON, s.day(CLOSES), title(), null, s.tally(0), s.tally(0), false),
                new HomeView.Entry(
                        "day-2025",
                        HomeView.State.DELIVERED,
                        s.day(DELIVERED),
                        title(),
                        null,
                        s.tally(2416),
                        s.tally(0),
                        true),
                new HomeView.Entry(
                        "day-2024",
                        HomeView.State.CLOSED,
                        s.day(DELIVERED),
                        title(),
                        null,
                        s.tally(2416),
                        s.tally(0),
                        false),
                new HomeView.Entry(
                        "clinton",
                        HomeView.State.ARCHIVED,
                        s.day(OPENS),
                        new Phrase("ja", "国務長官への手紙"),
                        null,
                        s.tally(0),
                        s.tally(0),
                        false));
        return new HomeView(page("/"), null, any ? first : null, any ? others : List.of());
    }

    ErrorView error(int status) {
        return new ErrorView(page("/nowhere?x=1"), status, status == 500 ? "7F3K-92QD" : null);
    }

    DeliveriesView deliveries(boolean any) {
        var s = spoken();
        var text = said(
                "Three of us came to the gate with three volumes. A guard telephoned and told us that nobody would come"
                        + " out and nothing could be left.",
                "三人で三冊を持って門まで行きました。警備の人が電話をかけ、誰も出てこないし、何も置いていけないと告げました。",
                "세 사람이 책자 세 권을 들고 문 앞에 갔습니다. 경비원이 전화를 걸더니, 아무도 나오지 않으며 아무것도 두고 갈 수 없다고 했습니다.",
                "我们三人带着三卷文件来到门口。门卫打了电话，告诉我们不会有人出来，也不能留下任何东西。");
        var mission = said("Embassy in Tokyo", "在東京大使館", "주도쿄 대사관", "驻东京大使馆");
        var entries = List.of(Outcome.values()).stream()
                .map(outcome -> new DeliveriesView.Entry(
                        "2026-09-24T10:05:00+09:00",
                        s.dayOfYear(DELIVERED),
                        outcome == Outcome.SERVER ? null : s.time(DELIVERED),
                        mission,
                        phrase(text),
                        outcome,
                        outcome == Outcome.ACCEPTED
                                ? new DeliveriesView.Evidence(
                                        "/x.jpg", said("Stamped cover", "受領印のある表紙", "도장 찍힌 표지", "盖章的封面"))
                                : null))
                .toList();
        return new DeliveriesView(
                page("/campaigns/safe-passage/deliveries"),
                "safe-passage",
                title(),
                any ? s.day(DELIVERED) : null,
                any ? phrase(text) : null,
                s.moment(CLOSES),
                any ? "2,416" : null,
                any ? "1,655" : null,
                any ? HEX : null,
                null,
                any ? entries : List.of(),
                any
                        ? List.of(
                                new DeliveriesView.Volume(mission, 1, 3, "31", "600", HEX),
                                new DeliveriesView.Volume(mission, 2, 3, "30", "600", HEX))
                        : List.of());
    }

    VerifyView verify(VerifyView.Result result) {
        var match = new VerifyView.Match(
                Wording.of(org.demarche.delivery.DeliveryMessages.class, language)
                        .volumeOf(2, 4),
                said("the Embassy in Tokyo", "在東京大使館", "주도쿄 대사관", "驻东京大使馆"),
                spoken().day(DELIVERED),
                "/campaigns/safe-passage/deliveries");
        return new VerifyView(
                page("/verify"),
                result == VerifyView.Result.NONE ? "" : HEX,
                result,
                result == VerifyView.Result.GENUINE ? match : null);
    }

    ConfirmationMail mail(boolean listed) {
        return new ConfirmationMail(
                language,
                page("/").letterhead().name(),
                SampleLetter.title(language),
                listed ? line() : null,
                "https://example.org/confirm/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE",
                listed,
                "help@example.org");
    }
}

package org.demarche.site;

import io.quarkus.qute.RawString;
import java.util.List;
import org.demarche.bundle.verify.VerifyView;
import org.demarche.common.Language;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Wording;
import org.demarche.delivery.DeliveriesView;
import org.demarche.delivery.DeliveriesView.Outcome;
import org.demarche.signing.*;
import org.demarche.signing.page.ReceiptCheckView;
import org.demarche.site.share.EmbedView;
import org.demarche.site.share.ShareView;

/** Invented views of the lists, the records and the errors. */
final class SiteSamples extends Sample {

    SiteSamples(Language language) {
        super(language);
    }

    HomeView home(boolean any) {
        return home(any, 1847);
    }

    HomeView home(boolean any, long signed) {
        var s = spoken();
        var first = new HomeView.First(
                "safe-passage",
                title(),
                s.day(CLOSES),
                s.tally(signed),
                "3,000",
                true,
                language.tag(),
                SampleLetter.addressee(language),
                SampleLetter.salutation(language),
                new RawString("<p>" + SampleLetter.ask(language) + "</p>"),
                phrase(SampleLetter.summary(language)));
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
        return new HomeView(page("/"), null, any ? first : null, any ? others : List.of(), any);
    }

    ShareView share() {
        var address = "https://letters.example.org/campaigns/safe-passage";
        return new ShareView(
                page("/campaigns/safe-passage/share"),
                "safe-passage",
                title(),
                address,
                "mailto:?subject=x&body=y",
                "<script async src=\"https://letters.example.org/embed.js\" data-campaign=\"safe-passage\"></script>",
                "<iframe src=\"https://letters.example.org/embed/safe-passage\" title=\"Petition\"></iframe>");
    }

    EmbedView embed(EmbedView.Phase phase) {
        return embed(phase, 1847);
    }

    EmbedView embed(EmbedView.Phase phase, long signed) {
        var s = spoken();
        return new EmbedView(
                page("/embed/safe-passage"),
                "safe-passage",
                title(),
                "/campaigns/safe-passage?lang=" + language.tag() + "&source=partner.example.org",
                phase,
                phase == EmbedView.Phase.SOON ? null : s.tally(signed),
                3000,
                "3,000",
                s.day(CLOSES));
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
                                : null,
                        outcome == Outcome.ACCEPTED ? phrase(text) : null,
                        List.of()))
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
                result == VerifyView.Result.NONE || result == VerifyView.Result.EMPTY ? "" : HEX,
                result,
                result == VerifyView.Result.GENUINE ? match : null);
    }

    ReceiptCheckView receiptCheck(String result) {
        if (!result.equals("GENUINE")) {
            return new ReceiptCheckView(
                    page("/verify/receipt"),
                    result,
                    result.isEmpty() ? null : result,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        return new ReceiptCheckView(
                page("/verify/receipt"),
                HEX,
                result,
                "safe-passage",
                title().text(),
                spoken().hour(CLOSES),
                said("Japan", "日本", "일본", "日本"),
                "1,848",
                "2,416");
    }
}

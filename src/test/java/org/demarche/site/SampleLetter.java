package org.demarche.site;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.common.Language;
import org.demarche.common.page.Tally;
import org.demarche.signing.page.Sheet;

/** An invented letter in four languages, to look at. */
final class SampleLetter {

    private SampleLetter() {}

    static String title(Language language) {
        return switch (language) {
            case EN -> "Let North Korean refugees in China travel on in safety";
            case JA -> "中国にいる北朝鮮難民を、安全な国へ行かせてください";
            case KO -> "중국에 있는 북한 난민이 안전하게 떠날 수 있게 해 주십시오";
            case ZH_HANS -> "请让在中国的朝鲜难民平安前往接纳他们的国家";
        };
    }

    static String summary(Language language) {
        return switch (language) {
            case EN ->
                "China promised in 1982 to send nobody back into danger. Together we ask its President to keep"
                        + " that promise to the North Koreans who have crossed its border.";
            case JA -> "危険の待つ場所へ人を送り返さない。中国は1982年にそう約束しました。国境を越えてきた北朝鮮の人びとにもその約束を守ってほしいと、国家主席にともに願い出ます。";
            case KO -> "중국은 1982년에 누구도 위험 속으로 돌려보내지 않겠다고 약속했습니다. 국경을 넘어온 북한 사람들에게도 그 약속을 지켜 달라고 주석에게 함께 부탁합니다.";
            case ZH_HANS -> "中国在1982年承诺不将任何人送回危险之中。我们一起请求国家主席，对越过边境的朝鲜人信守这一承诺。";
        };
    }

    static List<String> addressee(Language language) {
        return switch (language) {
            case EN -> List.of("His Excellency Xi Jinping", "President of the People’s Republic of China");
            case JA -> List.of("中華人民共和国国家主席", "習近平　閣下");
            case KO -> List.of("중화인민공화국 국가주석", "시진핑 각하");
            case ZH_HANS -> List.of("中华人民共和国主席", "习近平阁下");
        };
    }

    static String salutation(Language language) {
        return switch (language) {
            case EN -> "Mr. President,";
            case JA -> "拝啓";
            case KO -> "존경하는 주석 각하께,";
            case ZH_HANS -> "尊敬的主席先生：";
        };
    }

    static String ask(Language language) {
        return switch (language) {
            case EN ->
                "We respectfully ask you to recognise what these people have been through, to end their return, and"
                        + " to let them travel on in safety to a country that will receive them.";
            case JA -> "閣下に謹んでお願い申し上げます。この人びとの味わってきた苦しみを認め、送還を終わらせ、受け入れる国へと安全に向かうことをお許しください。";
            case KO -> "이 사람들이 겪어 온 고통을 헤아려 주시고, 송환을 멈추시며, 받아들일 나라로 안전하게 갈 수 있도록 허락해 주시기를 삼가 부탁드립니다.";
            case ZH_HANS -> "我们谨请您体察他们所经历的苦难，停止遣返，让他们平安前往愿意接纳他们的国家。";
        };
    }

    static RawString body(Language language) {
        return switch (language) {
            case EN ->
                paragraphs(
                        "On 24 September 1982 China acceded to the Refugee Convention of 1951 and to its Protocol of 1967. At"
                                + " the heart of both lies one promise: nobody is sent back to a place where life or freedom is"
                                + " in danger. Forty-four years later, few people depend on that promise as much as the North"
                                + " Koreans now in your country.",
                        ask(language),
                        "We understand that China must keep its border orderly and secure. Nothing in this letter stands"
                                + " against that duty.");
            case JA ->
                paragraphs(
                        "貴国は1982年9月24日、難民の地位に関する1951年の条約ならびに1967年の議定書に加入されました。命や自由が脅かされる場所へ、人を送り返さない。両文書の根にあるこの約束を、四十四年を経た今、誰よりも必要としているのが、貴国に身を寄せる北朝鮮の人びとです。",
                        ask(language),
                        "国境の秩序と安全を守ることが貴国の務めであることは、十分に承知しております。ここに申し上げることは、その務めに反するものではございません。");
            case KO ->
                paragraphs(
                        "귀국은 1982년 9월 24일 난민의 지위에 관한 협약에 가입하면서, 생명이나 자유가 위협받는 곳으로는 누구도 돌려보내지 않겠다고 약속하였습니다. 지금 귀국에 머무는 북한 사람들만큼 그 약속이 절실한 이들은 드뭅니다.",
                        ask(language),
                        "귀국이 국경의 질서와 안전을 지켜야 한다는 점을 잘 알고 있습니다. 이 편지는 그 의무에 어긋나지 않습니다.");
            case ZH_HANS ->
                paragraphs(
                        "1982年9月24日，贵国加入1951年《关于难民地位的公约》及其1967年议定书，承诺不将任何人送回其生命或自由受到威胁的地方。四十四年后的今天，最需要这一承诺的，正是如今身在贵国的朝鲜人。",
                        ask(language),
                        "我们理解中国必须维护边境的秩序与安全。信中所请，无一与此相悖。");
        };
    }

    /** The letter in the parts that the renderer writes. */
    static Sheet sheet(Language language) {
        var html = new StringBuilder();
        part(html, "dateline date", date(language));
        part(html, "addressee to", String.join("<br/>", addressee(language)));
        html.append("<div class=\"body\"><p class=\"salutation open\">")
                .append(salutation(language))
                .append("</p>\n")
                .append(body(language).getValue())
                .append("</div>\n");
        part(html, "close", closing(language));
        part(html, "signature signed", signatory(language));
        return new Sheet(language, new RawString(html.toString()), new Tally(1847, "1,847"), new Tally(23, "23"));
    }

    private static void part(StringBuilder html, String name, String text) {
        html.append("<div class=\"" + name + "\"><p>" + text + "</p></div>\n");
    }

    private static String date(Language language) {
        return switch (language) {
            case EN -> "Tokyo, 24 September 2026";
            case JA -> "2026年9月24日　東京";
            case KO -> "2026년 9월 24일, 도쿄";
            case ZH_HANS -> "2026年9月24日，东京";
        };
    }

    private static String closing(Language language) {
        return switch (language) {
            case EN -> "Respectfully yours,";
            case JA -> "敬具";
            case KO -> "삼가 드립니다.";
            case ZH_HANS -> "此致<br/>敬礼";
        };
    }

    private static String signatory(Language language) {
        return switch (language) {
            case EN -> "Hiroshi Kato<br/>Executive Director<br/>Life Funds for North Korean Refugees";
            case JA -> "北朝鮮難民救援基金<br/>事務局長　加藤　博";
            case KO -> "북조선난민구원기금<br/>사무국장 가토 히로시";
            case ZH_HANS -> "北朝鲜难民救援基金<br/>事务局长　加藤博";
        };
    }

    private static RawString paragraphs(String... texts) {
        return new RawString(
                Arrays.stream(texts).map(text -> "<p>" + text + "</p>").collect(Collectors.joining("\n")));
    }
}

package org.demarche.pdf;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented documents for the tests; no person or campaign stands behind them. */
final class Samples {
    static final Instant DAY = Instant.parse("2026-09-24T01:00:00Z");

    /** Names as people write them, each in its own script. */
    static final List<String> NAMES = List.of(
            "山田 太郎",
            "𠮷野家 髙橋 渡邉",
            "Nguyễn Thị Hương",
            "김철수",
            "王小明 玥",
            "محمد علي",
            "דוד לוי",
            "สมชาย ใจดี",
            "नमस्ते प्रिया",
            "ரவி சந்திரன்",
            "অনিক রহমান",
            "አበበ ቢቂላ",
            "Արամ Խաչատրյան",
            "გიორგი ბერიძე",
            "Ольга Иванова",
            "Ελένη Παππά",
            "မောင်အောင်",
            "សុខ សាន្ត",
            "ᠪᠠᠲᠤ",
            "👩‍🚀 🇯🇵 👍🏽",
            "O’Brien-Łukasz Şahin");

    private Samples() {}

    static DocumentInfo info(String language) {
        return new DocumentInfo("Sample letter", Locale.forLanguageTag(language), DAY, "Example Foundation");
    }

    static String page(String language, String css, String body) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="%s"><head><title>Sample</title>\
                <link rel="stylesheet" href="demarche:%s"/></head><body>%s</body></html>""".formatted(language, css, body);
    }

    /** A short letter around the given paragraphs, which must be XHTML. */
    static String letter(String language, String paragraphs) {
        return page(language, "letter.css", FOOT + paragraphs);
    }

    static final String FOOT = """
            <div class="foot">EX-2026-0017 · page <span class="page"></span> of <pages/></div>""";

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String english() {
        return letter(
                "en",
                """
                <div class="letterhead"><table><tr><td>Example Foundation for Safe Passage</td>\
                <td class="right"><small>Tokyo, Japan<br/>example.org</small></td></tr></table></div>
                <div class="dateline"><p>Tokyo, 24 September 2026</p><p class="reference">EX-2026-0017</p></div>
                <div class="addressee"><p>The Consul General<br/>Consulate General of the Republic of Example<br/>\
                1-2-3 Harbour Street, Niigata</p></div>
                <p class="salutation">Your Excellency,</p>
                """
                        + "<p>I write to you as a neighbour. For many years people have crossed the mountains on foot,"
                        + " with children on their backs, and have found an open door in your country. I ask that this"
                        + " door stay open, and that nobody who has come so far be sent back to a place where leaving"
                        + " is itself a crime.</p>".repeat(1)
                        + ("<p>The law is on the side of those who would help. The convention of 1951 forbids the return"
                                        + " of a person to a place where life or freedom would be in danger, and your"
                                        + " government joined it of its own accord. We know that the border must be"
                                        + " kept in order; what we ask does not stand against it.</p>")
                                .repeat(2)
                        + """
                        <ol><li>Recognise the hardship of those who have crossed.</li>\
                        <li>Let them travel on in safety to a country that will receive them.</li>\
                        <li>End all returns.</li></ol>
                        <h2>In the words of the signer</h2>
                        <blockquote><p>My grandmother walked that road in 1951. “She never spoke of it” – until the\
                         day she did. Names: 渡邉 髙橋, محمد علي, 김철수.</p></blockquote>
                        <p>I should be grateful for your answer, and thank you for the time you have given to this letter.</p>
                        <div class="close"><p>Respectfully yours,</p></div>
                        <div class="signature"><p>Nguyễn Thị Hương<br/>Kyoto, Japan</p><p>example.org</p></div>
                        """);
    }

    static String japanese() {
        return letter("ja", """
                <div class="letterhead"><table><tr><td>安全な道のための見本基金</td>\
                <td class="right"><small>東京都<br/>example.org</small></td></tr></table></div>
                <div class="dateline"><p>2026年9月24日　東京</p></div>
                <div class="addressee"><p>新潟県新潟市中央区見本町1-2-3<br/>見本国総領事館　気付</p><p>総領事　閣下</p></div>
                <p class="salutation">拝啓</p>
                <p>初秋の候、閣下におかれましてはますますご清栄のこととお慶び申し上げます。長い年月にわたり、\
                子を背負って山を越えてきた人々が、貴国に開かれた扉を見いだしてまいりました。この扉がこれからも開かれ\
                ていること、そして遠い道のりを歩いてきた人が、離れることそれ自体が罪とされる土地へ送り返されることの\
                ないことを、謹んでお願い申し上げます。</p>
                <p>1951年の「難民の地位に関する条約」は、生命や自由が脅かされる地へ人を送り返すことを禁じています。\
                国境の秩序を守ることが貴国の責務であることは、十分に承知しております。骨・直・令・海・刃・写の字形は\
                日本のものであること。ローマ字（UNHCR）や数字（250,000人）も混じります……。</p>
                <ol><li>国境を越えた人々の苦難をお認めくださること。</li><li>受け入れる国へ安全に向かうことをお許し\
                くださること。</li></ol>
                <p>ご返事を賜れましたら幸いに存じます。署名：𠮷野家　髙橋　渡邉。</p>
                <div class="close"><p>敬具</p></div>
                <div class="signature"><p>東京都<br/>山田 太郎</p><p>example.org</p></div>""");
    }

    static String korean() {
        return letter("ko", """
                <div class="addressee"><p>주니가타 견본국 총영사관<br/>총영사 각하</p></div>
                <p class="salutation">존경하는 총영사 각하께,</p>
                <p>저는 이웃으로서 이 편지를 드립니다. 오랜 세월 동안 아이를 업고 산을 넘어온 사람들이 귀국에서 열린 문을\
                 찾아 왔습니다. 이 문이 앞으로도 열려 있기를, 그리고 떠나는 것 자체가 죄가 되는 곳으로 아무도 돌려보내지\
                 않으시기를 간곡히 부탁드립니다. 直接 骨 令 海.</p>
                <p>1951년 난민 협약은 생명이나 자유가 위협받는 곳으로 사람을 돌려보내는 것을 금하고 있습니다. 국경의 질서를\
                 지키는 것이 귀국의 책무임을 잘 알고 있습니다. 똠방각하 펲시.</p>
                <div class="close"><p>삼가 각하의 건강과 평안을 기원합니다.</p></div>
                <div class="dateline"><p>2026년 9월 24일, 도쿄</p></div>
                <div class="signature"><p>일본 교토<br/>김철수 올림</p><p>example.org</p></div>""");
    }

    static String chinese() {
        return letter("zh-Hans", """
                <div class="addressee"><p>驻新潟总领事馆<br/>总领事阁下：</p></div>
                <p class="salutation">尊敬的总领事阁下：</p>
                <p>多年来，背着孩子翻山越岭的人们，在贵国找到了一扇敞开的门。我恳请阁下让这扇门继续敞开，不要把走了这么远的人\
                送回一个“离开本身就是犯罪”的地方。骨、直、令、海、刃、写等字应为大陆字形；姓名用字如玥、珺、喆、犇、淼。</p>
                <p>1951年《难民公约》禁止将任何人送回其生命或自由受到威胁之处。我们深知维护边境秩序是贵国的责任，所请之事与此并不相悖。</p>
                <div class="close"><p>此致<br/>敬礼</p></div>
                <div class="signature"><p>王小明<br/>日本京都</p></div>
                <div class="dateline"><p>2026年9月24日于东京</p></div>""");
    }

    static String names() {
        return letter(
                "en",
                "<h1>Names</h1>"
                        + NAMES.stream()
                                .map(n -> "<p>" + text(n) + " (" + text(n) + ") lives in Kyoto.</p>")
                                .collect(Collectors.joining())
                        + "<p dir=\"auto\">كتب محمد علي في عام 2024: «السلام عليكم (مرحبا)» وذهب إلى Kyoto.</p>"
                        + "<p dir=\"auto\">שלום, דוד (לוי) כתב 12 מכתבים.</p>"
                        + "<h2>Bold: 太郎 محمد सत्य <em>italic 太郎</em></h2>");
    }

    static String sheet(int rows) {
        var lines = IntStream.rangeClosed(1, rows)
                .mapToObj(i ->
                        "<tr><td class=\"number\">%d</td><td dir=\"auto\">%s</td><td class=\"place\">Kyoto, Japan</td><td class=\"date\">2026-09-24</td></tr>"
                                .formatted(i, text(NAMES.get(i % NAMES.size()))))
                .collect(Collectors.joining());
        return page("en", "sheet.css", """
                <div class="foot">Volume 1 of 4 · root b71e09c4 · page <span class="page"></span> of <pages/></div>
                <h1>Signatures</h1><p class="note">Each person is shown as that person chose.</p>
                <table class="signatures"><thead><tr><th class="number">No.</th><th>Name</th><th class="place">Place</th>\
                <th class="date">Signed</th></tr></thead><tbody>%s</tbody></table>""".formatted(lines));
    }

    static String cover() {
        return page("zh-Hans", "cover.css", """
                <div class="preview" lang="en">Preview: not for delivery</div>
                <div class="foot" lang="en">Volume 1 of 4 · root b71e09c4 · page <span class="page"></span> of <pages/></div>
                <div class="letterhead"><table><tr><td>安全通行示范基金<br/><span lang="en">Example Foundation for Safe Passage</span></td>\
                <td class="right"><small lang="en">Tokyo, Japan<br/>example.org</small></td></tr></table></div>
                <h1>请愿书：请让在贵国的难民<br/>平安前往接纳他们的国家</h1>
                <p class="subtitle" lang="en">Petition: Let the refugees travel on in safety</p>
                <table class="parties"><tr><td><small>致 <span lang="en">To</span></small><p>示范国主席<br/>阁下</p></td>\
                <td><small>经由 <span lang="en">Through</span></small><p>示范国驻新潟总领事馆<br/>\
                <span lang="ja">新潟県新潟市中央区西大畑町1-2-3</span></p></td></tr></table>
                <table class="figures">
                <tr><th>署名总数 <small lang="en">Signatures</small></th><td>3,112 人，来自 27 个国家和地区</td></tr>
                <tr><th>其中列入名单 <small lang="en">Listed in these volumes</small></th><td>2,204 行</td></tr>
                <tr><th>只计入总数 <small lang="en">Counted, by their own choice not listed</small></th><td>908 人</td></tr>
                <tr><th>本卷 <small lang="en">This volume</small></th><td>第 1 卷，共 4 卷；全套 127 页</td></tr>
                <tr><th>递交日期 <small lang="en">Handed over</small></th><td>2026年9月24日</td></tr></table>
                <p class="certificate">我们证明：以上署名均由署名人本人通过电子邮件或亲笔签名确认，每人只计一次；每个人的信息均按其\
                本人的选择列出。<br/><small lang="en">We certify that every signature was confirmed by its signer, by e-mail or by\
                 hand, that each person is counted once, and that each is shown as that person chose.</small></p>
                <table class="foothold"><tr><td><qr data-text="https://example.org/verify/b71e09c462adf810"></qr></td>\
                <td style="width: 82mm"><div class="stamp"><small>收件签章 <span lang="en">Received: stamp, date</span></small></div></td></tr></table>
                <table class="seal"><tr><td style="width: 88mm"><small>登记簿根值 <span lang="en">Ledger root</span></small>\
                <p class="hex" lang="en">b71e 09c4 62ad f810 3c95 7be2 d046 1a8f<br/>e3b7 90d1 48c6 25fa 6e13 b08d 55af 2d83</p>\
                <small lang="en">This file carries a digital seal.</small></td>\
                <td><div class="signline">山田 太郎（Taro Yamada）<br/><small>执行主任 <span lang="en">Executive Director</span></small></div></td></tr></table>""");
    }
}

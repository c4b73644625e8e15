package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@Tag("quick")
class LetterRenderingTest {

    private static final String HEAD = "---\ntitle: \"t\"\nsubject: \"On {campaign.occasion ?: 'a day'}\"\n"
            + "addresseeName: \"The President\"\nsalutation: \"Sir,\"\nrequired: [signer.name, letter.date]\n---\n";

    private static RenderedLetter render(String body, UnaryOperator<MergeRecord.Builder> values) {
        var letter = LetterText.parse(Language.EN, HEAD + body)
                .render(values.apply(MergeRecord.builder()).build());
        wellFormed(letter.xhtml());
        return letter;
    }

    private static Document wellFormed(String xhtml) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xhtml)));
        } catch (Exception e) {
            throw new AssertionError(xhtml, e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**bold** *x* _y_ `code`",
                "{cdi:letters} {comment} {#if x}y{/if} {signer.name.class}",
                "<b>x</b><script>alert(1)</script>",
                "&lt;b&gt; &amp; &#60;",
                "[link](javascript:alert(1)) ![x](http://example.org/x.png) <http://example.org>",
                "# heading",
                "1. one",
                "- item",
                "::: close",
                ":::",
                "> quote",
                "---",
                "a\\",
                "\\{x}",
                "]]>",
                "\"quoted\" 'single'",
                "https://example.org/?a=1&b=2",
            })
    void whatASupporterTypesStaysWhatTheyTyped(String words) {
        for (var body : new String[] {
            "Before\n\n{comment}\n\nAfter",
            "Name: {signer.name}, yes",
            "{signer.name}",
            "# {signer.name}",
            "1. {signer.name}",
            "*{signer.name}*",
            "`{signer.name}`",
            "[{signer.name}]({signer.name})"
        }) {
            var letter = render(body, v -> v.comment(words).signer(words, "", "", ""));
            assertThat(letter.text().replaceAll("\\s+", " ")).contains(words);
            assertThat(wellFormed(letter.xhtml()).getDocumentElement().getTextContent())
                    .contains(words);
            assertThat(letter.html()).doesNotContain("<script", "<b>", "<a", "<img", "href");
        }
    }

    @Test
    void supportersCannotForgeAPlaceholder() {
        var letter = render(
                "{signer.name} {comment}",
                v -> v.signer("\uE0001\uE001", "", "", "").comment("\uE002secret\uE000"));
        assertThat(letter.text()).isEqualTo("1 secret\n");
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() {
        var letter = render("{signer.name}", v -> v.signer("a\u0000\u0007b\uFFFEc\uD800d", "", "", ""));
        assertThat(letter.text()).isEqualTo("abcd\n");
    }

    @Test
    void paragraphsOfACommentStayParagraphs() {
        var letter = render("{comment}", v -> v.comment("one\ntwo\n\nthree & four"));
        assertThat(letter.html()).contains("<blockquote><p>one<br/>two</p>\n<p>three &amp; four</p></blockquote>");
        assertThat(letter.text()).isEqualTo("one\ntwo\n\nthree & four\n");
    }

    @Test
    void authorsTagsAreTextAndTheirLinksOnlyWords() {
        var letter = render(
                "a <b>b</b> [words](http://example.org) & <!-- c -->\n\n<div>x</div>\n\n    code\n\n```\nfence\n```",
                v -> v);
        assertThat(letter.html())
                .contains("a &lt;b&gt;b&lt;/b&gt; words &amp;", "&lt;div&gt;x&lt;/div&gt;")
                .doesNotContain("<b>", "<!--", "<pre", "href");
    }

    @Test
    void aLineOfEmptyBlanksGoesAndAnEmptyBlankInALineVanishes() {
        var letter = render(
                "::: signature\n{signer.name}\\\n{signer.city}{signer.region}\\\n{signer.country}\\\n{letter.reference}\n:::\n\n"
                        + "Lives in {signer.city} now.\n\n{campaign.title}\n\nEnd",
                v -> v.signer("Hana Mori", "", "", "Japan"));
        assertThat(letter.text()).isEqualTo("Hana Mori\nJapan\n\nLives in now.\n\nEnd\n");
        assertThat(letter.html())
                .contains("<div class=\"signature signed\">\n<p>Hana Mori<br/>\nJapan</p>\n</div>")
                .doesNotContain("\uE002", "\\");
    }

    @Test
    void aConditionBetweenBrokenLinesLeavesNoGap() {
        var body =
                "::: memo\nTo: x\\\n{#if signer.name}\nFrom: {signer.name}\\\n{/if}\nDate: y\\\n{#if comment}\nz\n{/if}\n:::";
        assertThat(render(body, v -> v.signer("Kim", "", "", "")).html())
                .isEqualTo("<div class=\"memo\">\n<p>To: x<br/>\nFrom: Kim<br/>\nDate: y</p>\n</div>\n");
        assertThat(render(body, v -> v).text()).isEqualTo("To: x\nDate: y\n");
    }

    @Test
    void anEmptyBlankIsFalseAndGivesWayToItsSubstitute() {
        var body = "{#if comment}yes{#else}no{/if} {comment ?: 'nothing'} {#if !signer.name && comment}x{#else}y{/if}";
        assertThat(render(body, v -> v.comment("  ")).text()).isEqualTo("no nothing y\n");
        assertThat(render(body, v -> v.comment("words")).text()).isEqualTo("yes words x\n");
        assertThat(render("x", v -> v).subject()).isEqualTo("On a day");
    }

    @Test
    void requiredBlanksThatAreEmptyAreNamed() {
        assertThat(render("x", v -> v.signer("Hana", "", "", "")).missing()).containsExactly("letter.date");
        assertThat(render("x", v -> v).missing()).containsExactly("signer.name", "letter.date");
    }

    @Test
    void theLettersOwnAddresseeStandsInWhereNoneIsGiven() {
        assertThat(render("{addressee.name} {addressee.salutation}", v -> v).text())
                .isEqualTo("The President Sir,\n");
        assertThat(render("{addressee.name}", v -> v.addressee("Another", "", ""))
                        .text())
                .isEqualTo("Another\n");
        assertThat(render("{addressee.salutation}", v -> v).html()).contains("<p class=\"salutation open\">Sir,</p>");
    }

    @Test
    void blocksBecomeDivsAndTheRestIsTheBody() {
        var letter = render("::: memo\nTo: x\\\nFrom: y\n:::\n\nText *em*\n\n## Head\n\n::: close\nBye\n:::", v -> v);
        assertThat(letter.html()).isEqualTo("""
                        <div class="memo">
                        <p>To: x<br/>
                        From: y</p>
                        </div>
                        <div class="body">
                        <p>Text <em>em</em></p>
                        <h2>Head</h2>
                        </div>
                        <div class="close">
                        <p>Bye</p>
                        </div>
                        """);
    }

    @Test
    void listsKeepTheirNumbersInPlainText() {
        var letter = render(
                "1. to press, and as first steps\n   - to let them " + "go on ".repeat(15)
                        + ";\n   - to grant.\n2. to accept",
                v -> v);
        assertThat(letter.text()).isEqualTo("""
                        1. to press, and as first steps
                           - to let them go on go on go on go on go on go on go on go on go on go on
                             go on go on go on go on go on ;
                           - to grant.
                        2. to accept
                        """);
        assertThat(letter.html())
                .contains("<ol>\n<li>to press, and as first steps<ul>\n<li>to let them", "<li>to accept</li>\n</ol>");
    }

    @Test
    void signatoriesStandInTheirOrder() {
        var letter = render(
                "::: signature\n{#for s in signatories}\n{s.name}\\\n{s.titles}\n\n{/for}\n:::",
                v -> v.signatory("One", "Professor").signatory("Two", "").signatory("Three", "Judge"));
        assertThat(letter.text()).isEqualTo("One\nProfessor\n\nTwo\n\nThree\nJudge\n");
    }

    @Test
    void theDocumentForPaperHasItsLetterheadAndStyle() {
        var letter =
                render("Text", v -> v.organisation(Map.of("name", "A & B", "website", "example.org", "mail", "x")));
        var document = wellFormed(letter.xhtml());
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(letter.xhtml())
                .contains("href=\"demarche:letter.css\"", "<title>On a day</title>", "A &amp; B", "example.org");
    }

    @Test
    void datesAndYearsAreWrittenInTheMannerOfTheLanguage() {
        var day = LocalDate.of(2027, 9, 24);
        assertThat(Spoken.date(day, Language.EN)).isEqualTo("24 September 2027");
        assertThat(Spoken.date(day, Language.JA)).isEqualTo("2027年9月24日");
        assertThat(Spoken.date(day, Language.KO)).isEqualTo("2027년 9월 24일");
        assertThat(Spoken.date(day, Language.ZH_HANS)).isEqualTo("2027年9月24日");
        assertThat(Spoken.figure(1847)).isEqualTo("1,847");
        var record = MergeRecord.builder()
                .letter(day.minusDays(1), "Tokyo", "", Language.EN)
                .build();
        assertThat(record.text("yearsSinceAccession")).isEqualTo("44");
        assertThat(MergeRecord.builder()
                        .letter(day, "Tokyo", "", Language.EN)
                        .signatures(1200, 1, day, Language.JA)
                        .build())
                .satisfies(r -> {
                    assertThat(r.text("yearsSinceAccession")).isEqualTo("45");
                    assertThat(r.text("signatures.count")).isEqualTo("1,200");
                    assertThat(r.text("signatures.countries")).isEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstLineOfNoLanguageIsLost(Language language) {
        var letter = LetterText.parse(language, HEAD + "{signer.name}「{signer.name}」様へ。\\\n次の行")
                .render(MergeRecord.builder().signer("山田", "", "", "").build());
        assertThat(letter.text()).isEqualTo("山田「山田」様へ。\n次の行\n");
        assertThat(letter.html()).contains("山田「山田」様へ。<br/>\n次の行");
    }
}

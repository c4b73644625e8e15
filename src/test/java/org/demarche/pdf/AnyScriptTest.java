package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class AnyScriptTest {
    private static final PdfRenderer RENDERER = new PdfRenderer();

    static Stream<String> names() {
        return Samples.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsReadBackAsItWasWritten(String name) {
        var rendered = render("en", "<p>" + Samples.text(name) + "</p>");

        assertThat(rendered.missing()).isEmpty();
        assertThat(Reading.text(rendered.bytes())).contains(Reading.flat(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "ko", "zh-Hans"})
    void everyNameIsAtHomeInEveryLanguage(String language) {
        var rendered = render(
                language,
                Samples.NAMES.stream()
                        .map(n -> "<p>" + Samples.text(n) + "</p>")
                        .reduce("", String::concat));

        assertThat(rendered.missing()).isEmpty();
        assertThat(Reading.text(rendered.bytes()))
                .contains(Samples.NAMES.stream().map(Reading::flat).toList());
    }

    @Test
    void aCellThatBeginsRightToLeftMayEndWithAnEmptyLine() {
        var rendered = render(
                "zh-Hans",
                "<table><tr><td dir=\"auto\">" + Samples.text("محمد علي")
                        + "，日本<br/>let them go<br/></td></tr></table>");

        assertThat(Reading.text(rendered.bytes())).contains("let them go");
    }

    @Test
    void textThatLooksLikeMarkupIsText() {
        var rendered = render("en", "<p>" + Samples.text("<b>{cdi:x}</b> =1+1 & ]]>") + "</p>");

        assertThat(Reading.text(rendered.bytes())).contains("<b>{cdi:x}</b> =1+1 & ]]>");
    }

    @Test
    void aCharacterWithoutAFaceIsShownAsASquareKeptAsTextAndReported() {
        var rendered = render("en", "<p>A 𓀀 hieroglyph</p>");

        assertThat(rendered.missing()).containsExactly(0x13000);
        assertThat(Reading.text(rendered.bytes())).contains("A 𓀀 hieroglyph");
    }

    @Test
    void oneLettersCharactersDoNotChangeAnothers() {
        var rendered = render("ja", "<p>⺠・·…⋯</p><p>民・·…⋯</p><p>ⓐ① ﹅ ㋿ 神 神</p>");

        assertThat(Reading.text(rendered.bytes())).contains("⺠・·…⋯ 民・·…⋯", "神 ");
    }

    @Test
    void aNameOf200EmojiWrapsAndLosesNone() {
        var emoji = "👩‍🚀".repeat(200);

        var rendered = render("en", "<p>" + emoji + "</p>");

        assertThat(Reading.text(rendered.bytes()).replace(" ", "")).contains(emoji);
        assertThat(Ink.rightmost(rendered.bytes(), 1)).isLessThan(Ink.RIGHT_MARGIN);
    }

    @Test
    void tenThousandLettersWithoutASpaceStayOnThePaper() {
        var rendered = render("en", "<p>" + "W".repeat(10_000) + "</p>");

        assertThat(Reading.text(rendered.bytes()).chars().filter(c -> c == 'W').count())
                .isEqualTo(10_000);
        assertThat(rendered.pages()).isGreaterThan(2);
        for (int page = 1; page <= rendered.pages(); page++) {
            assertThat(Ink.rightmost(rendered.bytes(), page)).isLessThan(Ink.RIGHT_MARGIN);
        }
    }

    @Test
    void aLongNameInANarrowColumnStaysInItsColumn() {
        var cell = "<tr><td>Wolfeschlegelsteinhausenbergerdorff</td><td>محمدعبدالرحمنمحمدعبدالرحمن</td></tr>";
        var rendered = RENDERER.render(
                Samples.page(
                        "en", "sheet.css", "<table class=\"signatures\" style=\"width: 50mm\">" + cell + "</table>"),
                Samples.info("en"));

        assertThat(Ink.rightmost(rendered.bytes(), 1)).isLessThan(72 * (22 + 50 + 1) / 25.4);
    }

    @Test
    void thaiIsBrokenBetweenWords() {
        var rendered = render("en", "<p>" + "ภาษาไทยเป็นภาษาที่ไม่มีการเว้นวรรคระหว่างคำ".repeat(8) + "</p>");

        assertThat(Ink.rightmost(rendered.bytes(), 1)).isLessThan(Ink.RIGHT_MARGIN);
        assertThat(Reading.lines(rendered.bytes())).noneMatch(line -> line.startsWith("ะ") || line.startsWith("า"));
    }

    @Test
    void noJapaneseLineBeginsWithAClosingMark() {
        var rendered = render("ja", "<p>" + "海・山、川。「道」ー！".repeat(60) + "</p>");

        assertThat(Reading.lines(rendered.bytes())).noneMatch(line -> "・、。」ー！".indexOf(line.charAt(0)) >= 0);
    }

    @Test
    void koreanIsBrokenBetweenWords() {
        var rendered = render("ko", "<p>" + "사람들이 안전하게 ".repeat(60) + "</p>");

        assertThat(Reading.lines(rendered.bytes()))
                .filteredOn(line -> line.matches("\\p{IsHangul}.*"))
                .allMatch(line -> List.of("사람들이", "안전하게").contains(line.split(" ")[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'a ', 24 September 2027",
        "ja, 道, 2027年9月24日",
        "zh-Hans, 道, 2027年9月24日",
        "ko, '길 ', 2027년 9월 24일",
        "ko, '길 ', 제46조"
    })
    void aDateIsNeverCutAtTheEndOfALine(String language, String filler, String date) {
        var paragraphs = IntStream.range(20, 130)
                .mapToObj(n -> "<p>" + filler.repeat(n) + date + "</p>")
                .collect(Collectors.joining());

        var rendered = render(language, paragraphs);

        assertThat(Reading.lines(rendered.bytes()))
                .filteredOn(line -> line.contains(date))
                .hasSize(110);
    }

    @Test
    void anEmphasisedWordIsReadWhereItStands() {
        var rendered = render("en", "<p>one <em>two</em> three <strong>four</strong> five</p>");

        assertThat(Reading.text(rendered.bytes())).contains("one two three four five", "page 1 of 1");
    }

    @Test
    void aParagraphThatBeginsRightToLeftStandsAtTheRight() {
        var rendered = render("en", "<p dir=\"auto\">مرحبا بكم (دوד) 12</p>");

        assertThat(Ink.rightmost(rendered.bytes(), 1)).isBetween(Ink.RIGHT_MARGIN - 6, Ink.RIGHT_MARGIN);
    }

    @Test
    void marksWithoutAComposedFormStayWithTheirLetter() {
        var rendered = render("en", "<p>x̌ q̃ Z̤ahra</p>");

        assertThat(Reading.text(rendered.bytes())).contains("x̌ q̃ Z̤ahra");
    }

    @Test
    void whatReordersOrHidesTextIsTakenOutBeforeItIsSet() {
        var rendered = render("en", "<p>safe\u202Egnorw\u202C x\u200By</p>");

        assertThat(Reading.text(rendered.bytes())).contains("safegnorw xy");
    }

    private static Rendered render(String language, String body) {
        return RENDERER.render(Samples.letter(language, body), Samples.info(language));
    }
}

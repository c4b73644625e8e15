package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.demarche.common.Language;
import org.demarche.letter.Layout.Envelope;
import org.demarche.letter.Layout.Paper;
import org.demarche.pdf.Ink;
import org.demarche.pdf.PdfRenderer;
import org.demarche.pdf.Reading;
import org.demarche.pdf.Rendered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every letter of the house as it is handed over. */
@Tag("quick")
class LettersOnPaperTest {

    private static final PdfRenderer PDF = new PdfRenderer();
    private static final LetterSamples SAMPLES = new LetterSamples();
    private static final double POINTS_PER_MM = 72 / 25.4;

    record Ours(LetterText text, String as) {
        @Override
        public String toString() {
            return text.language().tag() + " " + as + ": " + text.title();
        }

        RenderedLetter letter() {
            return text.render(new LetterTrial(as, null, "").record(text, SAMPLES));
        }
    }

    static Stream<Ours> letters() throws Exception {
        return LookAtLetters.ours().stream()
                .flatMap(text -> Stream.of("supporter", "organisation", "bare").map(as -> new Ours(text, as)));
    }

    private static LetterText petition(Language language) throws Exception {
        return LookAtLetters.ours().stream()
                .filter(text ->
                        text.language() == language && text.addresseeName().matches(".*(Xi Jinping|習近平|시진핑|习近平)"))
                .findFirst()
                .orElseThrow();
    }

    private static Rendered print(RenderedLetter letter) {
        return PDF.render(letter.xhtml(), LookAtLetters.info(letter));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterInEveryLanguageCanBeKeptForEver(Ours ours) throws Exception {
        var letter = ours.letter();
        var paper = print(letter);

        assertThat(Reading.faults(paper.bytes())).isEmpty();
        assertThat(paper.missing()).isEmpty();
        assertThat(print(ours.letter()).bytes()).isEqualTo(paper.bytes());
        try (var pdf = Loader.loadPDF(paper.bytes())) {
            assertThat(pdf.getDocumentCatalog().getLanguage())
                    .isEqualTo(letter.language().tag());
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(letter.subject());
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyPageHasItsNumberAndTheSignatureIsNotAlone(Ours ours) {
        var letter = ours.letter();
        var paper = print(letter);

        for (int page = 1; page <= paper.pages(); page++) {
            assertThat(Reading.page(paper.bytes(), page)).endsWith((ours.as().equals("bare") ? "" : "· ") + page);
        }
        var words = letter.text().strip().split("\n\n");
        var last = Reading.page(paper.bytes(), paper.pages()).replaceAll("\\s", "");
        var body = Stream.of(words).filter(p -> p.length() > 60).toList();
        var end = body.getLast().replaceAll("\\s", "");
        assertThat(last).contains(end.substring(end.length() - 12));
    }

    @Test
    void letterPaperIsShorterAndWiderThanA4() throws Exception {
        var text = petition(Language.EN);
        var record =
                SAMPLES.in(text).toBuilder().layout(Layout.plain(Paper.LETTER)).build();

        try (var pdf = Loader.loadPDF(print(text.render(record)).bytes())) {
            var box = pdf.getPage(0).getMediaBox();
            assertThat(box.getWidth() / POINTS_PER_MM).isBetween(215.5, 216.5);
            assertThat(box.getHeight() / POINTS_PER_MM).isBetween(278.5, 279.5);
        }
    }

    /** Windows in millimetres from the upper left corner of the folded sheet, where every envelope of the kind shows it. */
    @ParameterizedTest
    @CsvSource({"DL, A4, 25, 48, 80, 36", "DL, LETTER, 25, 48, 80, 36", "NAGAGATA_3, A4, 21, 14, 80, 34"})
    void theAddressStandsInTheWindowAndNothingElseDoes(
            Envelope envelope, Paper size, int left, int top, int width, int height) throws Exception {
        var text = petition(Language.JA);
        var window = List.of("〒106-0046", "東京都港区元麻布3-4-33", "中華人民共和国駐日本国大使館　御中");
        var record = SAMPLES.in(text).toBuilder()
                .layout(new Layout(size, envelope, window, "ja"))
                .build();

        var shown = within(
                print(text.render(record)).bytes(),
                new Rectangle2D.Double(
                        left * POINTS_PER_MM, top * POINTS_PER_MM, width * POINTS_PER_MM, height * POINTS_PER_MM));

        assertThat(shown.replaceAll("\\s", "")).isEqualTo("〒106-0046東京都港区元麻布3-4-33中華人民共和国駐日本国大使館御中");
    }

    private static String within(byte[] pdf, Rectangle2D area) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripperByArea();
            stripper.addRegion("window", area);
            stripper.extractRegions(document.getPage(0));
            return Reading.flat(stripper.getTextForRegion("window"));
        }
    }

    static Stream<String> hostile() {
        return Stream.of(
                "W".repeat(10_000),
                "永".repeat(10_000),
                "\u202Emoor eht ni tnahpele\u202C",
                "A\u200B\u200C\u200Dn\u2060na\uFEFF",
                "👩‍🚀".repeat(200),
                "Z" + "\u0341\u0342\u0343".repeat(60) + "algo",
                "محمد علي (محمد) 2027",
                "<b>{cdi:x}</b> **x**",
                "𓀀 name");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aNameThatMeansHarmStaysOnThePaperAndHarmsNothing(String name) throws Exception {
        var text = petition(Language.EN);
        var letter = text.render(SAMPLES.in(text).toBuilder()
                .text("signer.name", name)
                .comment(name)
                .build());
        var paper = print(letter);

        assertThat(Reading.text(paper.bytes())).contains("Respectfully yours", "together with Life Funds");
        for (int page = 1; page <= paper.pages(); page++) {
            assertThat(Ink.rightmost(paper.bytes(), page)).isLessThan(Ink.RIGHT_MARGIN);
        }
        assertThat(Reading.faults(paper.bytes())).isEmpty();
        assertThat(paper.missing()).isEqualTo(name.contains("𓀀") ? java.util.Set.of(0x13000) : java.util.Set.of());
    }
}

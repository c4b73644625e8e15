package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.demarche.common.Language;
import org.demarche.letter.CampaignLetter.Writer;
import org.demarche.pdf.PdfRenderer;
import org.demarche.pdf.PdfVolume;
import org.demarche.pdf.PenStrokes;
import org.demarche.pdf.Reading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A signature drawn with a pen stands above the name, as lines and not as a picture. */
@Tag("quick")
class DrawnSignatureTest {

    private static final Optional<PenStrokes> DRAWN =
            PenStrokes.of("M 40 150 C 60 20 120 20 110 120 C 100 190 160 180 190 90 Q 220 40 240 110 L 300 100"
                    + " C 340 60 380 160 420 90 L 560 70 M 60 170 L 540 165");

    @ParameterizedTest
    @EnumSource(Language.class)
    void itIsDrawnInEveryLanguageAndCanBeKept(Language language) throws Exception {
        var text = LookAtLetters.ours().stream()
                .filter(t -> t.language() == language && t.fields().contains("signer.name"))
                .findFirst()
                .orElseThrow();
        var record = new LetterSamples().in(text);
        var letter = text.render(record.toBuilder().drawn(DRAWN).build());
        var info = LookAtLetters.info(letter);
        var paper = new PdfRenderer().render(letter.xhtml(), info);
        var without = new PdfRenderer().render(text.render(record).xhtml(), info);
        Files.write(
                Files.createDirectories(Path.of("target/look")).resolve("drawn-" + language.tag() + ".pdf"),
                paper.bytes());

        assertThat(Reading.faults(paper.bytes())).isEmpty();
        assertThat(curves(paper.bytes())).isEqualTo(curves(without.bytes()) + 4);
        assertThat(Reading.text(paper.bytes()).replaceAll("[\\s\\p{Z}]", ""))
                .contains(record.text("signer.name").replaceAll("[\\s\\p{Z}]", ""));
        assertThat(letter.html())
                .contains("<path d=\"" + DRAWN.orElseThrow().path() + "\"/>")
                .doesNotContain("<pen");
        assertThat(letter.text()).isEqualTo(text.render(record).text());
    }

    @Test
    void itIsBoundAmongLettersWithoutOne() throws Exception {
        var circular = MergeRecordSamples.circular(Language.EN);
        var plain = new Writer("Hana Mori", "Sendai", "Japan", "Japan");
        var signed = new Writer("Ren \uE0106\uE011 Ito", "Kyoto", "Japan", "Japan", DRAWN);
        var out = new ByteArrayOutputStream();
        int curves;
        try (var volume = PdfVolume.open(out, LookAtLetters.info(circular.letter(plain, "Words.")))) {
            for (var writer : List.of(plain, plain, plain, signed, plain)) {
                var copy = circular.by(writer, "Words.");
                assertThat(copy.missing()).isEmpty();
                volume.add(copy.form(), copy.values(), null);
            }
        }
        curves = curves(out.toByteArray());

        assertThat(curves).isEqualTo(4);
        assertThat(Reading.text(out.toByteArray())).contains("Hana Mori", "Ito", "Kyoto, Japan");
    }

    private static int curves(byte[] pdf) throws Exception {
        int curves = 0;
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (var token : new PDFStreamParser(page).parse()) {
                    if (token instanceof Operator operator
                            && List.of("c", "v", "y").contains(operator.getName())) {
                        curves++;
                    }
                }
            }
        }
        return curves;
    }
}

package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.demarche.common.Language;
import org.demarche.letter.Layout.Envelope;
import org.demarche.letter.Layout.Paper;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.Form;
import org.demarche.pdf.Mark;
import org.demarche.pdf.PdfRenderer;
import org.demarche.pdf.PdfVolume;
import org.demarche.pdf.Reading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The organisation's mark at the head of its letters. */
@Tag("quick")
class MarkedLetterTest {

    private static final PdfRenderer PDF = new PdfRenderer();
    private static final LetterSamples SAMPLES = new LetterSamples();

    private static byte[] png(int kind) {
        var image = new BufferedImage(480, 160, kind);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x1d3d6f));
        pen.fillOval(10, 10, 140, 140);
        pen.fillRect(180, 70, 290, 20);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static DocumentInfo info(RenderedLetter letter, boolean marked) {
        var plain = LookAtLetters.info(letter);
        var mark = marked ? Mark.of(png(BufferedImage.TYPE_INT_RGB)) : null;
        return new DocumentInfo(plain.title(), plain.language(), plain.createdAt(), plain.author(), mark);
    }

    private static RenderedLetter petition(Language language, Layout layout) {
        try {
            var text = LookAtLetters.ours().stream()
                    .filter(t -> t.language() == language)
                    .findFirst()
                    .orElseThrow();
            return text.render(SAMPLES.in(text).toBuilder().layout(layout).build());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] print(RenderedLetter letter, boolean marked) {
        return PDF.render(letter.xhtml(), info(letter, marked)).bytes();
    }

    /** Every picture in the file, however often it is shown. */
    private static int pictures(byte[] pdf) throws IOException {
        var found = new HashSet<COSObject>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key);
                if (object.getObject() instanceof org.apache.pdfbox.cos.COSStream stream
                        && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    found.add(object);
                }
            }
        }
        return found.size();
    }

    /** Where each line of the first page begins, in points from the upper left corner. */
    private static List<String> places(byte[] pdf) throws IOException {
        var lines = new ArrayList<String>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                var first = positions.getFirst();
                lines.add("%.0f %.0f %s".formatted(first.getX(), first.getY(), text));
            }
        };
        stripper.setEndPage(1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMarkedLetterCanBeKeptForEverAndIsTheSameEachTime(Language language) throws Exception {
        for (var layout : List.of(
                Layout.plain(Paper.A4),
                new Layout(Paper.LETTER, Envelope.DL, List.of("1-2-3 Harbour Street"), "en"),
                new Layout(Paper.A4, Envelope.NAGAGATA_3, List.of("〒106-0046"), "ja"))) {
            var letter = petition(language, layout);
            var pdf = print(letter, true);
            assertThat(Reading.faults(pdf)).isEmpty();
            assertThat(pictures(pdf)).isEqualTo(1);
            assertThat(print(letter, true)).isEqualTo(pdf);
            assertThat(words(pdf)).isEqualTo(words(print(letter, false)));
        }
    }

    /** Pages may break elsewhere, and nothing is lost at the break. */
    private static Set<String> words(byte[] pdf) {
        return new HashSet<>(List.of(Reading.text(pdf).split(" ")));
    }

    @Test
    void withoutAMarkNoRoomIsLeftForIt() throws IOException {
        var letter = petition(Language.EN, Layout.plain(Paper.A4));
        var bare = letter.xhtml().replaceFirst("<td class=\"mark\">.*?</td>", "");
        assertThat(bare).isNotEqualTo(letter.xhtml());
        assertThat(places(print(letter, false)))
                .isEqualTo(places(PDF.render(bare, info(letter, false)).bytes()));
    }

    @Test
    void manyLettersOfAVolumeShareOnePicture() throws Exception {
        var letter = petition(Language.EN, Layout.plain(Paper.A4));
        var form = new Form(letter.xhtml().replace("Example", Form.blank(0)));
        var one = volume(letter, form, 1);
        var many = volume(letter, form, 12);
        assertThat(pictures(many)).isEqualTo(1);
        assertThat(Reading.faults(many)).isEmpty();
        assertThat(many.length - one.length).as("bytes of eleven more").isLessThan(one.length);
    }

    private static byte[] volume(RenderedLetter letter, Form form, int copies) {
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, info(letter, true))) {
            for (int i = 0; i < copies; i++) {
                volume.add(form, List.of("Hana Mori " + i), null);
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatLetsThePaperShowThroughIsNoMark() {
        var clear = png(BufferedImage.TYPE_INT_ARGB);
        assertThatThrownBy(() -> Mark.of(clear)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Mark.of("no picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

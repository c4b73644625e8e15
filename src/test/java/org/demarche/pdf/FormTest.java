package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final String NAME = Form.blank(0);
    private static final String PLACE = Form.blank(1);
    private static final String WORDS = Form.blank(2);

    /** Blanks on lines of their own: left, right and centred. */
    private static final String SIGNED = Samples.letter(
            "en",
            "<div class=\"dateline\"><p>" + PLACE + ", 24 September 2026</p></div>" + "<p>I ask you.</p>".repeat(40)
                    + "<div class=\"signature\"><p>" + NAME + "<br/>\n" + PLACE + ", Japan</p>"
                    + "<p style=\"text-align: center\">(" + NAME + ")</p></div>");

    private static final String IN_A_SENTENCE = Samples.letter(
            "en",
            ("<p>My name is " + NAME + ", I live in " + PLACE + ", and I ask you from my heart to let"
                            + " these people travel on in safety to a country that will receive them.</p>")
                    .repeat(3));

    private static final String WITH_WORDS = Samples.letter(
            "en", "<p>Before.</p><blockquote><p>" + WORDS + "</p></blockquote><p>After.</p><p>" + NAME + "</p>");

    @Test
    void copiesLookAsIfEachHadBeenSetByItself() throws Exception {
        for (var form : List.of(SIGNED, IN_A_SENTENCE)) {
            var values = new ArrayList<List<String>>();
            for (var name : Samples.NAMES) values.add(List.of(name, "Kyoto", ""));

            var copies = pages(volume(form, values));

            for (int i = 0; i < values.size(); i++) {
                var alone = pages(volume(form, values.subList(i, i + 1)));
                for (int page = 0; page < alone.size(); page++) {
                    assertThat(difference(copies.get(i * alone.size() + page), alone.get(page)))
                            .as("%s, page %d", values.get(i).getFirst(), page + 1)
                            .isLessThan(0.001);
                }
            }
        }
    }

    @Test
    void anyCopyLooksLikeTheSameDocumentWithoutBlanks() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            volume.add(SIGNED.replace(NAME, "Hana Mori").replace(PLACE, "Kyoto"));
        }
        var plain = pages(out.toByteArray());

        var copies = pages(volume(SIGNED, Collections.nCopies(4, List.of("Hana Mori", "Kyoto", ""))));

        for (int i = 0; i < copies.size(); i++) {
            assertThat(difference(copies.get(i), plain.get(i % 2)))
                    .as("page %d", i + 1)
                    .isLessThan(0.0005);
        }
    }

    @Test
    void aFormOfWholeLinesIsStampedAndOneWithBlanksInASentenceIsNot() throws Exception {
        var values = IntStream.range(0, 10)
                .mapToObj(i -> List.of("Hana Mori " + i, "Kyoto", ""))
                .toList();

        assertThat(stampedPages(volume(SIGNED, values))).isEqualTo(16);
        assertThat(stampedPages(volume(IN_A_SENTENCE, values))).isZero();
    }

    @Test
    void aNameTooLongForItsLineIsSetAndNotStamped() throws Exception {
        var names = List.of("Hana Mori", "Hana Mori", "Hana Mori ".repeat(20).strip(), "Hana Mori");

        var pdf =
                volume(SIGNED, names.stream().map(n -> List.of(n, "Kyoto", "")).toList());

        assertThat(stampedPages(pdf)).isEqualTo(2);
        assertThat(Reading.page(pdf, 6)).contains("Hana Mori ".repeat(3));
    }

    @Test
    void ownWordsKeepTheirParagraphsAndLinesAndLeaveNothingToTheNextCopy() throws Exception {
        var words = List.of("One.\nTwo.\n\nThree.", "Four.", "Five.\n\nSix.\n\nSeven.", "");

        var pdf = volume(
                WITH_WORDS, words.stream().map(w -> List.of("Hana", "", w)).toList());

        assertThat(Reading.page(pdf, 1)).contains("Before. One. Two. Three. After. Hana");
        assertThat(Reading.page(pdf, 2)).contains("Before. Four. After. Hana");
        assertThat(Reading.page(pdf, 3)).contains("Before. Five. Six. Seven. After. Hana");
        assertThat(Reading.lines(pdf)).contains("One.", "Two.", "Six.");
        assertThat(Reading.page(pdf, 4)).contains("Before. After. Hana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"محمد علي", "渡邉 髙橋", "नमस्ते प्रिया", "👩‍🚀 🇯🇵 👍🏽", "<b>&amp; {x}</b>"})
    void everyNameIsReadBackFromAStampedCopy(String name) throws Exception {
        var pdf = volume(SIGNED, List.of(List.of("A", "B", ""), List.of("A", "B", ""), List.of(name, "Kyoto", "")));

        assertThat(stampedPages(pdf)).isEqualTo(2);
        assertThat(Reading.page(pdf, 6)).contains(Reading.flat(name) + " Kyoto, Japan");
    }

    @Test
    void aWriterOfArabicGetsParagraphsFromTheRight() throws Exception {
        var form = WITH_WORDS.replace("<blockquote><p>", "<blockquote><p dir=\"auto\">");
        var latin = List.of("Hana", "", "I live here.");

        var pages = pages(volume(form, List.of(latin, latin, List.of("Hana", "", "السلام عليكم"), latin)));

        assertThat(difference(pages.get(1), pages.get(3))).isLessThan(0.001);
        assertThat(blackIn(pages.get(2), 0.6, 1)).isGreaterThan(blackIn(pages.get(1), 0.6, 1));
    }

    @Test
    void pagesOfEachCopyAreNumberedFromOne() throws Exception {
        var pdf = volume(SIGNED, List.of(List.of("A", "B", ""), List.of("C", "D", ""), List.of("E", "F", "")));

        assertThat(Reading.page(pdf, 2)).contains("page 2 of 2");
        assertThat(Reading.page(pdf, 5)).contains("page 1 of 2");
    }

    @Test
    void stampedCopiesAreArchivalAndTheSameEveryTime() throws Exception {
        var values = Samples.NAMES.stream().map(n -> List.of(n, "Kyoto", "")).toList();
        var pdf = volume(SIGNED, values);

        assertThat(Reading.faults(pdf)).isEmpty();
        assertThat(volume(SIGNED, values)).isEqualTo(pdf);
    }

    @Test
    void aStampedCopyTakesLessThan600Bytes() {
        var one = List.of("Hana Mori", "Kyoto", "");
        int few = volume(SIGNED, Collections.nCopies(100, one)).length;
        int many = volume(SIGNED, Collections.nCopies(1100, one)).length;

        assertThat((many - few) / 1000).isLessThan(600);
    }

    private static byte[] volume(String xhtml, List<List<String>> values) {
        var form = new Form(xhtml);
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            for (var copy : values) volume.add(form, copy, copy.getFirst());
        }
        return out.toByteArray();
    }

    private static int stampedPages(byte[] pdf) throws IOException {
        int stamped = 0;
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                var objects = page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
                if (objects != null && objects.size() > 0) stamped++;
            }
        }
        return stamped;
    }

    private static List<BufferedImage> pages(byte[] pdf) throws IOException {
        var pages = new ArrayList<BufferedImage>();
        try (var document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(new PDFRenderer(document).renderImageWithDPI(i, 60));
            }
        }
        return pages;
    }

    /** The share of pixels that differ visibly. */
    private static double difference(BufferedImage one, BufferedImage other) {
        int differing = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y) & 0xff;
                int b = other.getRGB(x, y) & 0xff;
                if (Math.abs(a - b) > 64) differing++;
            }
        }
        return differing / (double) (one.getWidth() * one.getHeight());
    }

    private static long blackIn(BufferedImage page, double from, double to) {
        long black = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = (int) (page.getWidth() * from); x < page.getWidth() * to; x++) {
                if ((page.getRGB(x, y) & 0xff) < 128) black++;
            }
        }
        return black;
    }
}

package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

class PdfVolumeTest {
    private static final String TWO_PAGES = Samples.letter("en", "<p>I ask you.</p>".repeat(40));

    @Test
    void pagesAreNumberedThroughTheVolumeAndTheTotalIsTrueOnEach() throws Exception {
        var out = new ByteArrayOutputStream();

        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            assertThat(volume.add(TWO_PAGES)).isEqualTo(2);
            assertThat(volume.add(Samples.japanese())).isEqualTo(1);
            assertThat(volume.add(TWO_PAGES)).isEqualTo(2);
            assertThat(volume.pages()).isEqualTo(5);
        }

        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
        }
        for (int page = 1; page <= 5; page++) {
            assertThat(Reading.page(out.toByteArray(), page)).contains("page " + page + " of 5");
        }
        assertThat(Reading.faults(out.toByteArray())).isEmpty();
    }

    @Test
    void bookmarksPointToTheFirstPageOfTheirDocument() throws Exception {
        var out = new ByteArrayOutputStream();

        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            volume.add(TWO_PAGES, "渡邉");
            volume.add(TWO_PAGES);
            volume.add(TWO_PAGES, "third");
        }

        try (var document = Loader.loadPDF(out.toByteArray())) {
            var entries = new ArrayList<String>();
            for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
                entries.add(
                        item.getTitle() + " " + (document.getPages().indexOf(item.findDestinationPage(document)) + 1));
            }
            assertThat(entries).containsExactly("渡邉 1", "third 5");
        }
    }

    @Test
    void aDocumentThatCannotBeReadDoesNotHarmTheVolume() {
        var out = new ByteArrayOutputStream();

        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            volume.add(TWO_PAGES);
            assertThatThrownBy(() -> volume.add("<p>no")).isInstanceOf(IllegalArgumentException.class);
            volume.add(TWO_PAGES);
        }

        assertThat(Reading.page(out.toByteArray(), 4)).contains("page 4 of 4");
    }

    @Test
    void missingCharactersOfAllDocumentsAreReported() {
        try (var volume = PdfVolume.open(OutputStream.nullOutputStream(), Samples.info("en"))) {
            volume.add(Samples.letter("en", "<p>𓀀</p>"));
            volume.add(Samples.letter("en", "<p>none</p>"));
            volume.add(Samples.letter("en", "<p>𓀁</p>"));

            assertThat(volume.missing()).containsExactlyInAnyOrder(0x13000, 0x13001);
        }
    }

    @Test
    void theSameVolumeGivesTheSameBytes() {
        assertThat(volume(20)).isEqualTo(volume(20));
    }

    @Test
    void aLongVolumeTakesNoMoreMemoryThanAShortOneAndLittlePaperWeight() {
        heapAfter(30, new Weight());
        long few = heapAfter(30, new Weight());
        var weight = new Weight();

        long many = heapAfter(300, weight);

        assertThat(many - few).isLessThan(6_000_000);
        assertThat(weight.bytes / 300).isBetween(500L, 6_500L);
    }

    @Test
    void rowsOfASheetRepeatTheHeadOnEveryPage() {
        var rendered = new PdfRenderer().render(Samples.sheet(120), Samples.info("en"));

        assertThat(rendered.pages()).isGreaterThan(2);
        for (int page = 1; page <= rendered.pages(); page++) {
            assertThat(Reading.page(rendered.bytes(), page))
                    .contains("No. Name Place Signed", "root b71e09c4", "page " + page + " of " + rendered.pages());
        }
        assertThat(Reading.text(rendered.bytes())).contains("120 Ελένη Παππά Kyoto, Japan");
    }

    @Test
    void aSignatureNeverStandsAloneOnAPage() {
        for (int paragraphs = 24; paragraphs < 34; paragraphs++) {
            var rendered = new PdfRenderer()
                    .render(
                            Samples.letter(
                                    "en",
                                    "<p>Paragraph.</p>".repeat(paragraphs)
                                            + "<div class=\"close\"><p>Yours,</p></div>"
                                            + "<div class=\"signature\"><p>Signer</p></div>"),
                            Samples.info("en"));

            assertThat(Reading.page(rendered.bytes(), rendered.pages())).contains("Paragraph.", "Yours,", "Signer");
        }
    }

    @Test
    void fourThreadsAtOncePrintWhatOneWould() throws Exception {
        var renderer = new PdfRenderer();
        var expected = renderer.render(Samples.names(), Samples.info("en")).bytes();
        var letters = new ArrayList<Callable<byte[]>>();
        for (int i = 0; i < 12; i++) {
            letters.add(
                    () -> renderer.render(Samples.names(), Samples.info("en")).bytes());
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var letter : threads.invokeAll(letters))
                assertThat(letter.get()).isEqualTo(expected);
        }
    }

    /** Heap in use at the end of a volume that is still open, in bytes. */
    private static long heapAfter(int letters, OutputStream out) {
        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            for (int i = 0; i < letters; i++) volume.add(letter(i));
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }

    /** Counts what is written and keeps nothing. */
    private static final class Weight extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }

    private static byte[] volume(int letters) {
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, Samples.info("en"))) {
            for (int i = 0; i < letters; i++) volume.add(letter(i));
        }
        return out.toByteArray();
    }

    private static String letter(int number) {
        return Samples.english()
                .replace(
                        "Nguyễn Thị Hương",
                        Samples.text(Samples.NAMES.get(number % Samples.NAMES.size())) + " " + number);
    }
}

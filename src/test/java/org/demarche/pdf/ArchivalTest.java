package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class ArchivalTest {
    private final PdfRenderer renderer = new PdfRenderer();

    @ParameterizedTest
    @ValueSource(strings = {"english", "japanese", "names", "cover", "sheet"})
    void everyKindOfPaperConformsToPdfA2b(String kind) throws Exception {
        var xhtml = switch (kind) {
            case "english" -> Samples.english();
            case "japanese" -> Samples.japanese();
            case "names" -> Samples.names();
            case "cover" -> Samples.cover();
            default -> Samples.sheet(60);
        };

        assertThat(Reading.faults(renderer.render(xhtml, Samples.info("en")).bytes()))
                .isEmpty();
    }

    @Test
    void theValidatorFindsFaultWithAnOrdinaryPdf() throws Exception {
        var plain = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }

        assertThat(Reading.faults(plain.toByteArray())).isNotEmpty();
    }

    @Test
    void titleLanguageAndAuthorAreSaid() throws Exception {
        var rendered = renderer.render(Samples.japanese(), Samples.info("ja"));

        try (var document = Loader.loadPDF(rendered.bytes())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sample letter");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Example Foundation");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Samples.DAY);
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        var fresh = new PdfRenderer().render(Samples.names(), Samples.info("en"));
        renderer.render(Samples.cover(), Samples.info("zh-Hans"));
        var afterOthers = renderer.render(Samples.names(), Samples.info("en"));

        assertThat(afterOthers.bytes()).isEqualTo(fresh.bytes());
    }

    @Test
    void anotherDayGivesOtherBytes() {
        var info = Samples.info("en");
        var later = new DocumentInfo(info.title(), info.language(), Samples.DAY.plusSeconds(1), info.author());

        assertThat(renderer.render(Samples.english(), later).bytes())
                .isNotEqualTo(renderer.render(Samples.english(), info).bytes());
    }
}

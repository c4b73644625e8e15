package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Han characters take the shape of the language they stand in; a wrong shape reads as a foreign hand. */
@Tag("quick")
class HanShapesTest {

    @ParameterizedTest
    @CsvSource({"ja, 骨直与, NotoSerifJP", "ko, 骨直與, NotoSerifKR", "zh-Hans, 骨直与, NotoSerifSC"})
    void aCharacterIsDrawnByTheFaceOfItsLanguage(String language, String characters, String face) throws IOException {
        var alone = faces(Samples.letter(language, "<p>" + characters + "</p>"), characters);
        var guest = faces(
                Samples.letter("en", "<p>A word: <span lang=\"" + language + "\">" + characters + "</span></p>"),
                characters);

        for (var faces : List.of(alone, guest)) {
            assertThat(faces).hasSize(characters.length());
            assertThat(faces.values()).allSatisfy(name -> assertThat(name).contains(face));
        }
    }

    private static Map<String, String> faces(String xhtml, String characters) throws IOException {
        var faces = new LinkedHashMap<String, String>();
        var reader = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (characters.contains(text.getUnicode())) {
                    faces.put(text.getUnicode(), text.getFont().getName());
                }
            }
        };
        try (var document = Loader.loadPDF(
                new PdfRenderer().render(xhtml, Samples.info("en")).bytes())) {
            reader.getText(document);
        }
        return faces;
    }
}

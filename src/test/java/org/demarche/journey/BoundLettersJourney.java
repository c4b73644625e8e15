package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Supporters' own letters to one mission, bound into volumes that are carried to its gate. */
abstract class BoundLettersJourney extends OwnLetterWriters {

    private static final String BUNDLES = Desk.API + "/bundles";

    private final List<Written> writers = new ArrayList<>();

    /** Letters that went on waiting would leave with another test's delivery. */
    @AfterEach
    void everyWriterWithdraws() {
        writers.forEach(writer -> given().delete("/api/v1/my/" + writer.my()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> Signature.count("counted and status = ?1", SignatureStatus.WITHDRAWN) == 0));
    }

    private Written writes(String mission, String channel, String disclosure) {
        var written = confirmed(mission, channel, disclosure);
        writers.add(written);
        return written;
    }

    @Test
    void eachLetterIsBoundOnceAsItsWriterChoseAndBeginsOnASheetOfItsOwn() throws IOException {
        var mission = "cn-jp-niigata";
        int before = Desk.count();
        writes(mission, "PLATFORM", "FULL");
        writes(mission, "PLATFORM", "INITIALS");
        writes(mission, "PLATFORM", "COUNTRY");
        writes(mission, "PRINT", "FULL");
        var gone = writes(mission, "PLATFORM", "FULL");
        await().atMost(Duration.ofSeconds(20)).until(() -> Desk.count() >= before + 5);
        given().delete("/api/v1/my/" + gone.my()).then().statusCode(204);

        var bundle = printed(mission);

        try (var volume = Loader.loadPDF(volume(bundle, 1))) {
            var starts = starts(volume);
            assertThat(starts).hasSize(3).allMatch(page -> page % 2 == 1);
            var letters = IntStream.range(0, 3)
                    .mapToObj(i ->
                            text(volume, starts.get(i), i == 2 ? volume.getNumberOfPages() : starts.get(i + 1) - 1))
                    .toList();
            assertThat(letters).allMatch(letter -> letter.contains("I teach at a primary school. <script>{#if}"));
            assertThat(letters)
                    .filteredOn(letter -> letter.contains("Hana Mori"))
                    .hasSize(1);
            assertThat(letters).filteredOn(letter -> letter.contains("Sendai")).hasSize(1);
            assertThat(letters).filteredOn(letter -> letter.contains("H. M.")).hasSize(1);
            assertThat(letters)
                    .filteredOn(letter -> letter.contains("A resident of Japan"))
                    .hasSize(1);
            int front = starts.getFirst() - 1;
            assertThat(text(volume, 1, front)).contains("目录", "Sendai").doesNotContain("I teach");
            for (int page : starts) {
                assertThat(text(volume, page, page)).contains(String.valueOf(page - front), "支持者来信");
            }
            assertThat(starts.stream().map(page -> page - front))
                    .allMatch(page -> text(volume, 1, front).contains(String.valueOf(page)));
        }
        assertThat(text(volume(bundle, 0))).contains("支持者来信");
    }

    @Test
    void withoutALetterThereIsNothingToBind() {
        ask("cn-jp-fukuoka", "LETTERS").statusCode(409).body("detail", containsString("Nobody has written"));
        ask("cn-jp-fukuoka", "NOTHING").statusCode(400).body("violations[0].field", equalTo("content"));
    }

    @Test
    void whatIsDeclinedIsNeverPrinted() {
        writes("cn-jp-nagoya", "PLATFORM", "FULL");
        var bundle = asked("cn-jp-nagoya");

        Desk.approves()
                .post(BUNDLES + "/" + bundle + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        Desk.approves().post(BUNDLES + "/" + bundle + "/approve").then().statusCode(409);
        Desk.approves().post(BUNDLES + "/" + bundle + "/cancel").then().statusCode(409);
    }

    @Test
    void aPreviewShowsLettersMarkedAsNotForDelivery() throws IOException {
        writes("cn-jp-osaka", "PLATFORM", "FULL");
        asked("cn-jp-osaka");
        var preview = Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("mission", "cn-jp-osaka", "content", "LETTERS"))
                .post(BUNDLES + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(text(preview)).contains("I teach at a primary school.");
        try (var pdf = Loader.loadPDF(preview)) {
            for (int page : starts(pdf)) assertThat(text(pdf, page, page)).contains("Not for delivery");
        }
    }

    private static ValidatableResponse ask(String mission, String content) {
        return Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("mission", mission, "content", content))
                .post(BUNDLES)
                .then();
    }

    /** Once the ledger counts the writer. */
    private static String asked(String mission) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ask(mission, "LETTERS").extract().statusCode() == 202);
        return ask(mission, "LETTERS").statusCode(202).extract().path("id");
    }

    private static String printed(String mission) {
        var bundle = asked(mission);
        Desk.approves().post(BUNDLES + "/" + bundle + "/approve").then().statusCode(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Desk.asks().get(BUNDLES + "/" + bundle).path("state").equals("DONE"));
        return bundle;
    }

    private static byte[] volume(String bundle, int n) {
        return Desk.asks()
                .get(BUNDLES + "/" + bundle + "/volumes/" + n)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** Pages on which a letter begins, counted from 1, by the bookmarks. */
    private static List<Integer> starts(PDDocument volume) throws IOException {
        var starts = new ArrayList<Integer>();
        for (var item : volume.getDocumentCatalog().getDocumentOutline().children()) {
            if (item.getTitle().matches(".*\\d+[：:　].*")) {
                starts.add(volume.getPages().indexOf(item.findDestinationPage(volume)) + 1);
            }
        }
        return starts;
    }

    private static String text(PDDocument pdf, int from, int to) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

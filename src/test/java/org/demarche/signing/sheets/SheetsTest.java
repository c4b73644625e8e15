package org.demarche.signing.sheets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of paper: printed, filled in, typed in by two people, counted. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class SheetsTest {

    private static final String SHEETS = "/api/v1/campaigns/save-north-korean-refugees-day/sheets";
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");

    private static byte[] print(int count, String language) {
        return given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("count", count)
                .queryParam("language", language)
                .post(SHEETS)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static ValidatableResponse key(String serial, String who, String csv) {
        return given().auth()
                .oauth2("test-token-of-" + who)
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(SHEETS + "/" + serial)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "ko", "zh-Hans"})
    void everyBlankSheetIsOnePageWithANumberOfItsOwn(String language) throws Exception {
        var pdf = print(3, language);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
        assertThat(SERIAL.matcher(text(pdf)).results().map(m -> m.group()).distinct())
                .hasSize(3);
    }

    @Test
    void aSheetCountsOnceTwoPeopleHaveTypedTheSame() throws Exception {
        var found = SERIAL.matcher(text(print(1, "en")));
        assertThat(found.find()).isTrue();
        var serial = found.group();
        var rows =
                "name,country\nMori Hana " + serial.substring(0, 4) + ",JP\n佐藤 健 " + serial.substring(0, 4) + ",JP\n";
        key(serial, "asker", rows).statusCode(200).body("state", equalTo("KEYED_ONCE"));
        // Whoever typed it first cannot be the second.
        key(serial, "asker", rows).statusCode(200).body("state", equalTo("KEYED_ONCE"));
        key(serial, "approver", rows.replace("Hana", "Hanna"))
                .statusCode(200)
                .body("state", equalTo("DIFFERS"))
                .body("differing", contains(2));
        key(serial, "approver", rows)
                .statusCode(200)
                .body("state", equalTo("COUNTED"))
                .body("outcome.added", equalTo(2));
        key(serial, "approver", rows).statusCode(409);
    }

    @Test
    void aNumberThatIsMistypedOrWasNeverPrintedIsRefused() {
        var rows = "name,country\nA B,JP\n";
        key("K7Q2-M9XD-I", "asker", rows).statusCode(400);
        key(Serial.random().value(), "asker", rows).statusCode(404);
    }

    private static final String DESK = "/desk/sheets/save-north-korean-refugees-day";

    private static RequestSpecification desk(String who) {
        return given().auth()
                .oauth2("test-token-of-" + who)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")));
    }

    private static ValidatableResponse typed(String serial, String who, String... names) {
        var form = desk(who);
        for (int n = 0; n < names.length; n++) {
            // The lines stand where they stand on the sheet; the first is crossed out.
            form.formParams("name" + (n + 2), names[n], "city" + (n + 2), "Sendai", "country" + (n + 2), "jp");
            form.formParam("disclosure" + (n + 2), "FULL");
        }
        return form.post(DESK + "/" + serial).then();
    }

    @Test
    void twoPeopleTypeASheetInAtTheDesk() throws Exception {
        var pdf = desk("asker")
                .formParams("count", "1", "language", "ja")
                .post(DESK + "/print")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        var found = SERIAL.matcher(text(pdf));
        assertThat(found.find()).isTrue();
        var serial = found.group();
        var someone = "Mori, \"Hana\" " + serial.substring(0, 4);
        desk("asker").get(DESK).then().body(containsString(serial), containsString("printed"));
        desk("asker")
                .queryParam("serial", serial.toLowerCase().replace("-", " "))
                .get(DESK + "/type")
                .then()
                .statusCode(200)
                .body(containsString(serial), containsString("name15"));
        typed(serial, "asker", someone, "佐藤 健 " + serial.substring(0, 4))
                .statusCode(200)
                .body(containsString("Kept."), not(containsString("Sendai")));
        desk("approver").get(DESK).then().body(containsString("typed once, by asker"));
        typed(serial, "approver", someone, "佐藤 建 " + serial.substring(0, 4))
                .statusCode(400)
                .body(containsString("Line 3 differs"), containsString("佐藤 建"), not(containsString("佐藤 健")));
        typed(serial, "approver", someone, "佐藤 健 " + serial.substring(0, 4))
                .statusCode(200)
                .body(containsString("2 signatures are counted"));
        desk("approver").get(DESK).then().body(containsString("typed by asker and approver"));
        desk("approver").queryParam("serial", serial).get(DESK + "/type").then().statusCode(409);
    }

    @Test
    void aMistypedLineIsNamedByItsNumberOnTheSheet() throws Exception {
        var found = SERIAL.matcher(text(print(1, "en")));
        assertThat(found.find()).isTrue();
        for (var who : new String[] {"asker", "approver"}) {
            var form = desk(who).formParams("name4", "Hana Mori", "country4", "XX");
            var answer = form.post(DESK + "/" + found.group()).then();
            if (who.equals("approver")) {
                answer.statusCode(400).body(containsString("Line 4: "), containsString("value=\"Hana Mori\""));
            }
        }
        desk("asker").post(DESK + "/" + found.group()).then().statusCode(400);
        desk("asker")
                .queryParam("serial", "K7Q2")
                .get(DESK + "/type")
                .then()
                .statusCode(400)
                .body(containsString("mistyped"));
    }
}

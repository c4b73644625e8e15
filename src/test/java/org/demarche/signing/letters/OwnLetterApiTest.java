package org.demarche.signing.letters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking at an own letter shows exactly what the mission would read, and stores nothing. */
@QuarkusTest
class OwnLetterApiTest {

    private static final String LETTERS = "/api/v1/campaigns/save-north-korean-refugees-day/letters";
    private static final String HOSTILE =
            "{cdi:config} {#if x} <script>alert(1)</script> # [a](javascript:b) ::: close";

    /** A letter from Sendai to Niigata, with these fields changed; a null value takes a field out. */
    private static Map<String, Object> letter(String... changes) {
        var letter = new HashMap<String, Object>(Map.of(
                "name", "Hana Mori",
                "email", "hana@example.org",
                "country", "JP",
                "region", "JP-04",
                "city", "Sendai",
                "language", "en",
                "disclosure", "FULL",
                "paragraph", "I teach at a primary school.\n\nI would like to believe."));
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                letter.remove(changes[i]);
            } else {
                letter.put(changes[i], changes[i + 1]);
            }
        }
        return letter;
    }

    private static ValidatableResponse preview(Map<String, Object> letter, String accept) {
        return given().contentType(ContentType.JSON)
                .accept(accept)
                .body(letter)
                .post(LETTERS + "/preview")
                .then();
    }

    private static String text(Map<String, Object> letter) {
        return preview(letter, "text/plain")
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .extract()
                .asString();
    }

    @Test
    void theLetterIsAddressedToTheMissionResponsibleAndHoldsTheOwnWords() {
        assertThat(text(letter()))
                .contains("Niigata", "I teach at a primary school.", "I would like to believe.", "Mr. President,")
                .doesNotContain("hana@example.org", "Embassy");
    }

    @Test
    void htmlAndPdfHoldTheSameWords() throws IOException {
        preview(letter(), "text/html")
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Language", "en")
                .body(containsString("I teach at a primary school."));
        var pdf = preview(letter(), "application/pdf")
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("I teach at a primary school.", "Hana Mori", "Sendai, Japan");
        }
    }

    @Test
    void fullShowsNamePlaceAndCountry() {
        assertThat(text(letter())).contains("Hana Mori", "Sendai, Japan");
    }

    @Test
    void initialsShowNeitherNameNorTown() {
        assertThat(text(letter("disclosure", "INITIALS")))
                .contains("H. M.", "Japan")
                .doesNotContain("Hana", "Mori", "Sendai", "Miyagi");
    }

    @Test
    void aDrawnSignatureShowsWhereTheNameDoes() {
        var strokes = "M 40 150 L 200 20 L 560 70";
        preview(letter("drawn", strokes), "text/html").statusCode(200).body(containsString("<path d=\"" + strokes));
        for (var less : List.of("INITIALS", "COUNTRY")) {
            preview(letter("drawn", strokes, "disclosure", less), "text/html")
                    .statusCode(200)
                    .body(not(containsString("<path")))
                    .body(not(containsString("40 150")));
        }
        preview(letter("drawn", "M 1 1 L 2 2\"/><script>"), "text/html")
                .statusCode(400)
                .body("violations[0].field", equalTo("drawn"))
                .body("violations[0].message", not(containsString("script")));
    }

    @ParameterizedTest
    @CsvSource({"en, A resident of Japan", "ja, 日本に住む者", "ko, 일본", "zh-Hans, 日本"})
    void countryShowsAResidentInTheLettersLanguage(String language, String signer) {
        assertThat(text(letter("disclosure", null, "language", language)))
                .contains(signer)
                .doesNotContain("Hana", "Mori", "Sendai", "H. M.");
    }

    @Test
    void countedIsRefusedWithTheReason() {
        preview(letter("disclosure", "COUNTED"), "text/plain")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("disclosure"))
                .body("violations[0].message", containsString("needs a line to stand under"));
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "ja")
                .body(letter("disclosure", "COUNTED", "channel", "PRINT"))
                .post(LETTERS)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(java.util.List.of("disclosure")));
    }

    @Test
    void hostileWordsAreText() {
        assertThat(text(letter("paragraph", HOSTILE)).replaceAll("\\s+", " ")).contains(HOSTILE);
        preview(letter("paragraph", HOSTILE), "text/html")
                .statusCode(200)
                .body(containsString("&lt;script&gt;alert(1)"))
                .body(org.hamcrest.Matchers.not(containsString("<script")))
                .body(org.hamcrest.Matchers.not(containsString("<a ")));
        assertThat(text(letter("name", "{organisation.name} <b>x"))).contains("{organisation.name} <b>x");
    }

    @Test
    void aMissionThatIsNotTheCampaignsIsRefused() {
        for (var mission : new String[] {"no-such-mission", "cn-kr-seoul", "../.."}) {
            preview(letter("mission", mission), "text/plain")
                    .statusCode(400)
                    .body("violations[0].field", equalTo("mission"));
        }
    }

    @Test
    void aMissionOfTheCampaignMayBeNamed() {
        assertThat(text(letter("mission", "cn-jp-osaka"))).contains("Osaka").doesNotContain("Niigata");
    }

    @Test
    void whereNoMissionOfTheCampaignAnswersThePlaceIsRefused() {
        preview(letter("country", "BR", "region", null), "text/plain")
                .statusCode(400)
                .body("violations[0].field", equalTo("mission"));
    }

    @Test
    void aParagraphMayHaveFifteenHundredCharactersAndNoMore() {
        preview(letter("paragraph", "𠮷".repeat(1_500)), "text/plain").statusCode(200);
        preview(letter("paragraph", "x".repeat(1_501)), "text/plain")
                .statusCode(400)
                .body("violations[0].field", equalTo("paragraph"))
                .body("violations[0].message", containsString("one character too long"));
        preview(letter("paragraph", "a\u0007b"), "text/plain")
                .statusCode(400)
                .body("violations[0].field", equalTo("paragraph"));
    }

    @Test
    void aLetterWithoutOwnWordsIsALetter() {
        assertThat(text(letter("paragraph", null))).doesNotContain("A few words from the person");
    }

    @Test
    void anUnknownChannelIsRefusedAndNothingIsTaken() {
        for (var channel : new String[] {null, "PIGEON"}) {
            given().contentType(ContentType.JSON)
                    .body(letter("channel", channel))
                    .post(LETTERS)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("channel"));
        }
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(LETTERS)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(java.util.List.of("name", "email", "country", "channel")));
        given().contentType(ContentType.JSON).post(LETTERS).then().statusCode(400);
    }

    @Test
    void theOwnMailProgramReceivesALinkThatHoldsTheWordsAndTheLine() {
        String link = given().contentType(ContentType.JSON)
                .body(letter("channel", "OWN_MAIL", "email", "own-mail@example.org", "mission", "cn-jp-fukuoka"))
                .post(LETTERS)
                .then()
                .statusCode(202)
                .body("status", equalTo("CONFIRMATION_SENT"))
                .extract()
                .path("mailto");
        assertThat(link).startsWith("mailto:?subject=").doesNotContain(" ", "+", "\n");
        var body = java.net.URLDecoder.decode(
                link.substring(link.indexOf("&body=") + 6), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(body).contains("I teach at a primary school.", "Hana Mori, Sendai, Japan", "Shortened", "\r\n\r\n");
        assertThat(body.length()).isLessThan(2_000);
    }

    @Test
    void otherChannelsGetNoLink() {
        given().contentType(ContentType.JSON)
                .body(letter("channel", "PRINT", "email", "print@example.org"))
                .post(LETTERS)
                .then()
                .statusCode(202)
                .body(equalTo("{\"status\":\"CONFIRMATION_SENT\"}"));
    }
}

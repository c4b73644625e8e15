package org.demarche.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LetterApiTest {

    private static final String FILE = "---\ntitle: \"t\"\nsubject: \"s\"\n---\nDear {addressee.name ?: 'friend'},\n";

    private static ValidatableResponse put(String path, byte[] file) {
        return given().contentType("text/markdown")
                .body(file)
                .put("/api/v1/letters/" + path)
                .then();
    }

    private static ValidatableResponse put(String path, String file) {
        return put(path, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aSavedLetterIsANewVersionWithItsFields() {
        put("api-appeal/en", FILE)
                .statusCode(200)
                .body("key", equalTo("api-appeal"))
                .body("language", equalTo("en"))
                .body("version", is(1))
                .body("fields", hasItem("addressee.name"));
        put("api-appeal/zh-Hans", FILE + "\n{comment}").statusCode(200).body("version", is(2));
        given().get("/api/v1/letters")
                .then()
                .statusCode(200)
                .body("items.key", hasItems("api-appeal", "xi-petition"))
                .body("items.find { it.key == 'api-appeal' }.languages", hasItems("en", "zh-Hans"))
                .body("items.find { it.key == 'api-appeal' }.version", is(2))
                .body("items.find { it.key == 'api-appeal' }.fields", hasItem("comment"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aFaultIsAnsweredWithItsLine() {
        put("api-fault/en", FILE + "\n{signer.nmae}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", is(400))
                .body("line", is(7))
                .body("column", is(1))
                .body("detail", containsString("signer.nmae"))
                .body("violations[0].message", containsString("unknown field"));
        put("api-fault/en", FILE + "{#if comment}").statusCode(400).body("line", is(6));
        put("api-fault/en", FILE + "{cdi:letters}").statusCode(400).body("line", is(6));
        put("api-fault/en", "no front matter").statusCode(400).body("line", is(1));
        put("api-fault/fr", FILE).statusCode(404);
        put("Not_A_Key/en", FILE).statusCode(400);
        put("api-fault/en", new byte[] {'-', (byte) 0xff}).statusCode(400);
        put("api-fault/en", FILE + "x".repeat(64 * 1024)).statusCode(413);
        given().contentType(ContentType.JSON)
                .accept("text/plain")
                .body("{}")
                .post("/api/v1/letters/api-fault/en/preview")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void whatALanguageLacksIsSaidWhenItIsSavedAndInTheList() {
        put("api-gaps/en", FILE + "\n{comment}").statusCode(200).body("gaps", hasSize(0));
        put("api-gaps/ja", FILE)
                .statusCode(200)
                .body("gaps[0].language", equalTo("ja"))
                .body("gaps[0].line", is(5))
                .body("gaps.message", hasItem("lacks the blank {comment}, which en.md has on line 7"));
        given().get("/api/v1/letters")
                .then()
                .body("items.find { it.key == 'api-gaps' }.complete", equalTo(List.of("en")))
                .body("items.find { it.key == 'xi-petition' }.complete", hasSize(4));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aLetterThatIsTooLongIsRefusedWithWords() {
        put("api-long/en", FILE + "x".repeat(100 * 1024))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("64 KB is the most"));
        put("api-long/en", FILE + "x".repeat(2 * 1024 * 1024))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("larger than this address takes"));
    }

    @Test
    @TestSecurity(user = "mo", roles = "moderator")
    void aModeratorReadsAndDoesNotWrite() {
        put("api-appeal/en", FILE).statusCode(403);
        given().get("/api/v1/letters").then().statusCode(200);
    }

    @Test
    void outsidersSeeNothing() {
        put("api-appeal/en", FILE).statusCode(401);
        given().get("/api/v1/letters").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/letters/xi-petition/en/preview")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse preview(String path, String accept, String body) {
        return given().contentType(ContentType.JSON)
                .accept(accept)
                .body(body)
                .post("/api/v1/letters/" + path + "/preview")
                .then();
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void thePreviewIsTextHtmlOrPaper() throws IOException {
        preview("xi-petition/en", "text/plain", "{}")
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .body(allOf(
                        containsString("His Excellency Xi Jinping"),
                        containsString("Hana Mori"),
                        not(containsString("<p>"))));
        preview("xi-petition/ja", "text/html", "{}")
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .body(allOf(containsString("<div class=\"addressee to\">"), containsString("習近平")));
        var paper = preview("xi-petition/ja", "application/pdf", "{}")
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var pdf = Loader.loadPDF(paper)) {
            var firstPage = new PDFTextStripper();
            firstPage.setEndPage(1);
            assertThat(firstPage.getText(pdf).replaceAll("\\s", "")).contains("拝啓", "閣下におかれましては");
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains("つきましては", "敬具", "北朝鮮難民救援基金");
        }
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aLetterCarriesTwoLanguagesEachInItsOwnManner() throws IOException {
        given().contentType(ContentType.JSON)
                .accept("text/html")
                .body("{}")
                .post("/api/v1/letters/xi-petition/zh-Hans/preview?second=en")
                .then()
                .statusCode(200)
                .header("Content-Language", "zh-Hans, en")
                .body(allOf(
                        containsString("<div lang=\"zh-Hans\">"),
                        containsString("习近平阁下"),
                        containsString("2027年9月24日于东京"),
                        containsString("<div lang=\"en\">"),
                        containsString("His Excellency Xi Jinping"),
                        containsString("Tokyo, 24 September 2027")));
        var paper = given().contentType(ContentType.JSON)
                .accept("application/pdf")
                .body("{}")
                .post("/api/v1/letters/xi-petition/zh-Hans/preview?second=en")
                .asByteArray();
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-Hans");
            assertThat(new PDFTextStripper().getText(pdf)).contains("此致", "Respectfully yours,");
        }
        preview("xi-petition/zh-Hans", "text/plain", "{}").header("Content-Language", "zh-Hans");
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void thePreviewTakesGivenFieldsAndNamesWhatIsMissing() {
        preview(
                        "xi-petition/en",
                        "text/plain",
                        "{\"fields\":{\"signer\":{\"name\":\"{cdi:x} **Kim**\"},\"comment\":\"a\\n\\nb\"}}")
                .statusCode(200)
                .header("Demarche-Missing", containsString("organisation.name"))
                .body(containsString("{cdi:x} **Kim**"));
        preview("xi-petition/en", "text/plain", "{\"fields\":{\"signer\":{\"password\":\"x\"}}}")
                .statusCode(400)
                .body("violations.field", hasItem("signer.password"));
        preview(
                        "open-letter/en",
                        "text/plain",
                        "{\"fields\":{\"signatories\":[{\"name\":\"A\",\"titles\":[\"B\",\"C\"]}]}}")
                .statusCode(200)
                .body(containsString("A\nB; C"));
        preview("open-letter/en", "text/plain", "{\"fields\":{\"signatories\":[{\"nom\":\"A\"}]}}")
                .statusCode(400);
    }
}

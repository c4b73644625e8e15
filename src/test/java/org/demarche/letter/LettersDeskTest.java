package org.demarche.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LettersDeskTest {

    private static final String FILE =
            "---\ntitle: \"A plea\"\nsubject: \"s\"\n---\nDear <{addressee.name ?: 'friend'}>,\n\n{comment}\n";

    private static ValidatableResponse post(String path, String action, String text, int based, String... more) {
        var form = given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("text", text)
                .formParam("based", based)
                .formParam("action", action);
        for (var i = 0; i < more.length; i += 2) {
            form.formParam(more[i], more[i + 1]);
        }
        return form.post("/desk/letters/" + path).then();
    }

    private static ValidatableResponse get(String path) {
        return given().get("/desk/letters" + path).then();
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aLetterIsWrittenSavedAndComparedAtTheDesk() {
        get("/desk-plea/en").statusCode(200).body(containsString("not saved in this language yet"));
        post("desk-plea/en", "save", FILE, 0)
                .statusCode(303)
                .header("Location", containsString("/desk/letters/desk-plea"));
        post("desk-plea/en", "save", FILE.replace("Dear", "Honoured"), 1).statusCode(303);
        get("/desk-plea")
                .statusCode(200)
                .body(containsString("Version 2."))
                .body(containsString(">kim<"))
                .body(containsString("English"));
        get("/desk-plea?from=1&to=2&language=en")
                .statusCode(200)
                .body(containsString("<del>Dear</del> &lt;{addressee.name"))
                .body(containsString("<ins>Honoured</ins> &lt;{addressee.name"));
        get("/desk-plea/en?version=1").statusCode(200).body(containsString("Dear &lt;{addressee.name"));
        get("/desk-plea/en?version=7").statusCode(404);
        get("").statusCode(200).body(allOf(containsString("A plea"), containsString("desk-plea")));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aFaultIsShownWithItsPlaceAndNothingThatWasTypedIsLost() {
        var text = FILE + "\n{signer.nmae} & <b>\n";
        for (var action : new String[] {"save", "preview"}) {
            post("desk-fault/en", action, text, 0)
                    .statusCode(400)
                    .body(containsString("Line 9, column 1: unknown field signer.nmae."))
                    .body(containsString("{signer.nmae} &amp; &lt;b&gt;"));
        }
        get("/desk-fault").statusCode(404);
        post("Not_A_Key/en", "save", FILE, 0).statusCode(400);
        get("/desk-fault/fr").statusCode(404);
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        post("desk-clash/en", "save", FILE, 0).statusCode(303);
        post("desk-clash/ja", "save", FILE, 1).statusCode(303);
        post("desk-clash/en", "save", FILE.replace("Dear", "First"), 1).statusCode(303);
        post("desk-clash/en", "save", FILE.replace("Dear", "Second"), 1)
                .statusCode(400)
                .body(containsString("Version 3 was saved while you wrote."))
                .body(containsString("Second &lt;{addressee.name"));
        get("/desk-clash/en").body(containsString("First &lt;{addressee.name"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void thePreviewShowsTextPageAndPaperWithSampleOrOwnValuesForEachMission() throws IOException {
        var letter = FILE + "\n{mission.name}\n";
        post("desk-try/en", "preview", letter, 0, "as", "supporter", "mission", "cn-jp-osaka")
                .statusCode(200)
                .body(containsString("I teach young children."))
                .body(containsString("in Osaka</p>"));
        post("desk-try/en", "preview", letter, 0, "as", "organisation")
                .statusCode(200)
                .body(not(containsString("<blockquote>")));
        post("desk-try/en", "preview", letter, 0, "as", "own", "values", "comment: own <words> 𓀀\naddressee.name: Kim")
                .statusCode(200)
                .body(containsString("own &lt;words&gt;"))
                .body(containsString("Dear &lt;Kim&gt;"))
                .body(containsString("U+13000"));
        post("desk-try/en", "preview", letter, 0, "as", "own", "values", "signer.password: x")
                .statusCode(400)
                .body(containsString("no letter has the blank signer.password"));
        var paper = post("desk-try/en/paper", "preview", letter, 0, "as", "own", "values", "comment: own words")
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Security-Policy", containsString("frame-ancestors 'self'"))
                .extract()
                .asByteArray();
        try (var pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("own words");
        }
        post("desk-try/en/paper", "preview", "nothing", 0)
                .statusCode(400)
                .contentType(startsWith("text/plain"))
                .body(equalTo("Line 1, column 1: the first line must be ---."));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void whatALanguageLacksIsShownInTheListAndInTheEditor() {
        post("desk-gap/en", "save", FILE, 0).statusCode(303);
        post("desk-gap/ko", "save", FILE.replace("{comment}", ""), 1).statusCode(303);
        get("").body(containsString("한국어</a> (incomplete)"));
        get("/desk-gap").body(containsString("lacks the blank {comment}, which en.md has on line 7"));
        get("/desk-gap/ko").body(containsString("The other languages say more"));
        get("/desk-gap/zh-Hans").body(containsString("You begin with the text of another language."));
    }

    @Test
    @TestSecurity(user = "mo", roles = "moderator")
    void aModeratorReadsAndDoesNotWrite() {
        get("/xi-petition/ja")
                .statusCode(200)
                .body(containsString("readonly"))
                .body(not(containsString("Save as a new version")));
        given().get("/desk/letters/xi-petition/ja/paper").then().statusCode(200).contentType("application/pdf");
        post("xi-petition/ja", "save", FILE, 1).statusCode(403);
        post("xi-petition/ja/paper", "preview", FILE, 1).statusCode(403);
    }
}

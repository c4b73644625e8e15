package org.demarche.signing.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String CALL = "/api/v1/campaigns/" + SLUG + "/signatures/export";
    private static final String DESK = "/desk/exports/" + SLUG;

    private static String sign(String city) {
        var mailbox = "x-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Hana Mori", "email", mailbox, "country", "JP", "city", city))
                .post("/api/v1/campaigns/" + SLUG + "/signatures")
                .then()
                .statusCode(202);
        return mailbox;
    }

    private static String asks(Colleague colleague) {
        return colleague
                .at()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "the board counts by hand"))
                .post(CALL)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static Response approves(Colleague colleague, String id) {
        return colleague.at().post(CALL + "/" + id + "/approve");
    }

    @Test
    void nothingLeavesBeforeASecondPersonAgreed() {
        var email = sign("Shinjuku");
        var asker = Colleague.arrives("exporter");
        var other = Colleague.arrives("exporter");
        asker.at().get(CALL).then().statusCode(409);
        var id = asks(asker);
        asker.at().get(CALL).then().statusCode(409);
        approves(asker, id).then().statusCode(403);
        asker.at().get(CALL).then().statusCode(409);
        approves(other, id).then().statusCode(200);
        asker.at()
                .get(CALL)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString(email));
        // It opens to the one who asked, and to nobody else.
        other.at().get(CALL).then().statusCode(409);
    }

    @Test
    void aDayLaterItIsOver() {
        var asker = Colleague.arrives("exporter");
        var id = asks(asker);
        approves(Colleague.arrives("admin"), id).then().statusCode(200);
        var dayAgo = Instant.now().minus(Duration.ofHours(24));
        QuarkusTransaction.requiringNew()
                .run(() -> Export.update("approval.approvedAt = ?1 where id = ?2", dayAgo, UUID.fromString(id)));
        asker.at().get(CALL).then().statusCode(409);
    }

    @Test
    void whatWasDeclinedCannotBeApproved() {
        var asker = Colleague.arrives("exporter");
        var other = Colleague.arrives("exporter");
        var id = asks(asker);
        other.at().post(CALL + "/" + id + "/decline").then().statusCode(200);
        approves(other, id).then().statusCode(409);
        asker.at().get(CALL).then().statusCode(409);
    }

    @Test
    void onesOwnScriptIsNoSecondPerson() {
        var asker = Colleague.arrives("admin");
        var id = asks(asker);
        var page = asker.at()
                .formParams("label", "approver", "role", "exporter", "days", "1")
                .post("/desk/tokens")
                .asString();
        var token = Pattern.compile("demarche_[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(token.find()).isTrue();
        given().auth()
                .oauth2(token.group())
                .post(CALL + "/" + id + "/approve")
                .then()
                .statusCode(403);
    }

    @Test
    void theTrailHoldsAskingAgreeingAndEachFetching() {
        var asker = Colleague.arrives("exporter");
        var id = asks(asker);
        var other = Colleague.arrives("exporter");
        approves(other, id);
        asker.at().get(CALL).then().statusCode(200);
        List<String> deeds = given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("size", 10)
                .get("/api/v1/audit")
                .jsonPath()
                .getList("items.collect { it.actor + ' ' + it.action }");
        assertThat(deeds)
                .contains(
                        asker.name() + " export.ask",
                        other.name() + " export.approve",
                        asker.name() + " signature.export");
        given().auth().oauth2("test-token-of-asker").get(CALL).then().statusCode(200);
        assertThat(grounds(asker.name())).endsWith("approved by " + other.name());
        assertThat(grounds("asker")).endsWith("a token of the settings, without a second person");
    }

    /** What the trail says of the newest file that this one took out. */
    private static String grounds(String actor) {
        return given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("size", 20)
                .get("/api/v1/audit")
                .path("items.find { it.action == 'signature.export' && it.actor == '" + actor + "' }.detail");
    }

    @Test
    void aWorkbookHoldsTextThatNothingRuns() throws IOException {
        var email = sign("=HYPERLINK(1)");
        var file = given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("format", "xlsx")
                .get(CALL)
                .then()
                .statusCode(200)
                .contentType(startsWith(ExportFormat.XLSX_TYPE))
                .extract()
                .asByteArray();
        var sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains(email, "=HYPERLINK(1)").doesNotContain("<f>", "<f ");
        assertThat(Pattern.compile("<c [^>]*>").matcher(sheet).results())
                .allMatch(cell -> cell.group().contains("t=\"inlineStr\""));
    }

    /** By the directory at its end, as spreadsheets read it: what is streamed says the sizes only there. */
    private static String part(byte[] file, String name) throws IOException {
        var path = Files.createTempFile("export", ".xlsx");
        try {
            Files.write(path, file);
            try (var zip = new ZipFile(path.toFile());
                    var in = zip.getInputStream(zip.getEntry(name))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void theDeskAsksForAReasonAndTellsWhoMayAgree() {
        var asker = Colleague.arrives("exporter");
        asker.at().formParam("reason", " ").post(DESK).then().statusCode(400).body(containsString("Say what the file"));
        asker.at().formParam("reason", "<b>for the board</b>").post(DESK).then().statusCode(303);
        asker.at()
                .get(DESK)
                .then()
                .statusCode(200)
                .body(containsString("you cannot: you asked"))
                .body(containsString("&lt;b&gt;for the board"));
        Colleague.arrives("exporter").at().get(DESK).then().body(containsString("Approve the export"));
        Colleague.arrives("moderator").at().get(DESK).then().statusCode(403);
    }

    @Test
    void anUnknownFormatIsSaidSo() {
        given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("format", "ods")
                .get(CALL)
                .then()
                .statusCode(400);
    }
}

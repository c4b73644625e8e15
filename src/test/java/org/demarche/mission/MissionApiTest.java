package org.demarche.mission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MissionApiTest {

    private static final String HEADER = "code,sending_state,mission_type,name_en,host_country,city,postal_address,"
            + "jurisdiction,confidence,email\n";

    @Test
    void theResponsibleMissionComesFirstAndNobodyOutsideSeesAnAddress() {
        given().queryParam("sendingState", "CN")
                .queryParam("country", "JP")
                .queryParam("region", "JP-13")
                .get("/api/v1/missions")
                .then()
                .statusCode(200)
                .body("total", is(7))
                .body("items[0].code", equalTo("cn-jp-tokyo"))
                .body("items[0].responsible", is(true))
                .body("items[0].address", hasItem("Minato-ku"))
                .body("items[0].names.ja", containsString("大使館"))
                .body("items[0].jurisdictions.region", hasItem("JP-13"))
                .body("items[0].confidence", equalTo("medium"))
                .body("items[0].type", equalTo("embassy"))
                .body("items.responsible", contains(true, false, false, false, false, false, false))
                .body("items", everyItem(not(hasKey("email"))));
    }

    @Test
    void pagesAreCut() {
        given().get("/api/v1/missions?page=1&size=50")
                .then()
                .statusCode(200)
                .body("items.size()", is(25))
                .body("total", is(75));
        given().get("/api/v1/missions?size=501").then().statusCode(400);
        given().get("/api/v1/missions?page=-1").then().statusCode(400);
        given().get("/api/v1/missions?country=XX").then().statusCode(400).body("violations.field", hasItem("country"));
        given().get("/api/v1/missions?country=JP&region=JP-99")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("region"));
    }

    @Test
    void outsidersNeitherReadNorWriteTheWholeRecord() {
        given().get("/api/v1/missions/cn-jp-tokyo").then().statusCode(401);
        given().contentType("text/csv")
                .body(HEADER)
                .post("/api/v1/missions/import?dryRun=true")
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/missions/cn-jp-tokyo/verify")
                .then()
                .statusCode(401);
    }

    @Test
    @TestSecurity(user = "mo", roles = "moderator")
    void aModeratorReadsAndChangesNothing() {
        given().get("/api/v1/missions/cn-jp-niigata")
                .then()
                .statusCode(200)
                .body("code", equalTo("cn-jp-niigata"))
                .body("email", containsString("@"))
                .body("headTitles.ko", equalTo("총영사"))
                .body("zone", equalTo("Asia/Tokyo"));
        given().contentType(ContentType.JSON)
                .body("{\"email\":\"a@example.org\"}")
                .post("/api/v1/missions/cn-jp-tokyo/verify")
                .then()
                .statusCode(403);
        given().get("/api/v1/missions/cn-jp-nowhere").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aVerifiedMissionSaysSo() {
        given().contentType(ContentType.JSON)
                .body("{\"email\":\"office@example.org\",\"note\":\"their own site\"}")
                .post("/api/v1/missions/cn-se-stockholm/verify")
                .then()
                .statusCode(200)
                .body("verified", is(true))
                .body("email", equalTo("office@example.org"))
                .body("verifications[0].by", equalTo("kim"));
        given().get("/api/v1/missions?sendingState=CN&country=SE")
                .then()
                .body("items[0].verified", is(true))
                .body("items[0]", hasKey("verifiedAt"));
        given().contentType(ContentType.JSON)
                .body("{\"email\":\"nonsense\"}")
                .post("/api/v1/missions/cn-se-stockholm/verify")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("email"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void theFileThatWasTakenChangesNothing() throws IOException {
        given().contentType("text/csv")
                .body(Files.readAllBytes(Path.of("missions/missions.csv")))
                .post("/api/v1/missions/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("errors", is(java.util.List.of()))
                .body("added", is(0))
                .body("lines.size()", is(75));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aDryRunTellsDifferencesAndErrorsByLineAndChangesNothing() {
        var csv = HEADER
                + "cn-at-vienna,CN,embassy,Embassy of China in Austria,AT,Vienna,Metternichgasse 4 | 1030 Wien,AT: all,low,\n"
                + "cn-new-one,CN,consulate_general,New,JP,Naha,Somewhere 1,JP-47 Okinawa,low,\n"
                + "cn-bad-one,XX,castle,Bad,JP,Naha,\"Somewhere\n2\",JP-99 Nowhere; XX: all,sure,nonsense\n"
                + "cn-new-one,CN,consulate_general,New,JP,Naha,Somewhere 1,JP-47 Okinawa,low,\n";
        given().contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/missions/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("lines[0].change", equalTo("CHANGED"))
                .body("lines[0].line", is(2))
                .body("lines[0].differences.field", hasItems("name_en", "jurisdiction"))
                .body("lines[0].differences.field", not(hasItem("phone")))
                .body("lines[1].change", equalTo("NEW"))
                .body("notInFile", hasItem("cn-jp-tokyo"))
                .body(
                        "errors.findAll { it.line == 4 }.field",
                        hasItems("sending_state", "mission_type", "confidence", "email", "jurisdiction"))
                .body("errors.findAll { it.line == 4 }.message", hasItems("unknown region JP-99", "unknown country XX"))
                .body("errors.findAll { it.line == 6 }.field", contains("code", "jurisdiction"));
        given().contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/missions/import")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("line 4, jurisdiction"));
        given().get("/api/v1/missions/cn-at-vienna").then().body("names.en", containsString("People's Republic"));
        given().get("/api/v1/missions/cn-new-one").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void anImportKeepsWhatTheFileDoesNotMention() {
        given().contentType("text/csv")
                .body((HEADER
                                + "cn-pl-warsaw,CN,embassy,Embassy in Poland,PL,Warsaw,ul. Bonifraterska 1,PL: all; PL-14 Mazowieckie,low,\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/missions/import")
                .then()
                .statusCode(200)
                .body("changed", is(1));
        given().get("/api/v1/missions/cn-pl-warsaw")
                .then()
                .body("names.en", equalTo("Embassy in Poland"))
                .body("names['zh-Hans']", containsString("波兰"))
                .body("jurisdictions.region", contains(null, "PL-14"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void whatIsNoCsvOfMissionsIsRefused() {
        for (var body : new byte[][] {
            new byte[0],
            HEADER.getBytes(StandardCharsets.UTF_8),
            "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
            (HEADER + "one,two\n").getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe, 0},
        }) {
            given().contentType("text/csv")
                    .body(body)
                    .post("/api/v1/missions/import?dryRun=true")
                    .then()
                    .statusCode(400);
        }
    }
}

package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody who reads the database learns who signed; {@code bin/_trials/find-plain} asks the same of every file. */
@QuarkusTest
class PlainBytesTest {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @Inject
    AgroalDataSource database;

    @Test
    void noNameMailboxTownOrCommentStandsInTheDatabase() throws Exception {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var typed = Map.of(
                "name", "山田花子" + mark,
                "email", "hanako." + mark + "@example.org",
                "country", "JP",
                "city", "Matsuyama" + mark,
                "comment", "Let them go on, " + mark,
                "disclosure", "FULL");
        for (int times = 0; times < 2; times++) {
            given().contentType(ContentType.JSON)
                    .body(typed)
                    .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                    .then()
                    .statusCode(202);
        }
        var dump = dump();
        // What is not sealed is found, so the search works.
        assertThat(dump).contains("save-north-korean-refugees-day");
        for (var secret :
                List.of(typed.get("name"), typed.get("email"), typed.get("city"), typed.get("comment"), mark)) {
            assertThat(dump).doesNotContain(secret);
            for (var encoding : ENCODINGS) {
                assertThat(dump).doesNotContain(HexFormat.of().formatHex(secret.getBytes(encoding)));
            }
        }
    }

    /** All rows as H2 writes them down: text as it is, bytes in hexadecimal. */
    private String dump() throws Exception {
        var all = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var lines = statement.executeQuery("script")) {
            while (lines.next()) {
                all.append(lines.getString(1)).append('\n');
            }
        }
        return all.toString();
    }
}

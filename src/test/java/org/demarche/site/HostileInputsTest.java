package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Small inputs that would grow large, and large ones that would never end: each is refused soon, and with words. */
@QuarkusTest
@TestSecurity(user = "kim", roles = "admin")
class HostileInputsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MANY = 900_000;
    private static final int DEEP = 100_000;

    @Test
    void aTableOfEmptyCellsIsRefused() {
        assertThat(csv(",".repeat(MANY) + "\n")).isEqualTo(400);
    }

    @Test
    void aTableOfEmptyLinesIsRefused() {
        assertThat(csv("code\n" + "\n".repeat(MANY))).isEqualTo(400);
    }

    @Test
    void aCellThatNeverEndsIsRefused() {
        assertThat(csv("code,type\n\"" + "x".repeat(MANY))).isEqualTo(400);
    }

    @Test
    void jsonThatIsAllBracketsIsRefused() {
        // Not by REST Assured: it would print the brackets prettily, and run out of memory before anything is sent.
        assertThat(soon(() -> posted("[".repeat(DEEP)))).isEqualTo(400);
    }

    @Test
    void aNumberOfAHundredThousandDigitsIsRefused() {
        assertThat(soon(() -> given().contentType("application/json")
                        .body("{\"name\":\"x\",\"email\":\"x@example.org\",\"country\":" + "9".repeat(DEEP) + "}")
                        .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                        .statusCode()))
                .isEqualTo(400);
    }

    @Test
    void yamlThatMultipliesItselfIsRefused() {
        var bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8), i - 1));
        }
        assertThat(letter(bomb + "title: x\n---\nText\n")).isEqualTo(400);
    }

    @Test
    void yamlThatNamesAClassIsRefused() {
        assertThat(
                        letter(
                                "---\ntitle: !!javax.script.ScriptEngineManager [ !!java.net.URL [\"http://127.0.0.1:9/\"] ]\n---\nx\n"))
                .isEqualTo(400);
    }

    private static int posted(String json) {
        try (var client = HttpClient.newHttpClient()) {
            var to = URI.create("http://localhost:" + RestAssured.port
                    + "/api/v1/campaigns/save-north-korean-refugees-day/signatures");
            var request = HttpRequest.newBuilder(to)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int letter(String text) {
        return soon(() -> given().contentType("text/markdown")
                .body(text)
                .put("/api/v1/letters/hostile/en")
                .statusCode());
    }

    private static int csv(String table) {
        return soon(() -> given().contentType("text/csv")
                .header("Authorization", "Bearer test-token-of-asker")
                .body(table)
                .post("/api/v1/missions/import?dryRun=true")
                .statusCode());
    }

    private static int soon(IntSupplier request) {
        long begun = System.nanoTime();
        int status = request.getAsInt();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
        return status;
    }
}

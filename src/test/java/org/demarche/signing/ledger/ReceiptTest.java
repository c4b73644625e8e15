package org.demarche.signing.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.signing.Counting;
import org.demarche.signing.MyToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receipt is checked by a program that shares no code with us, and by our own page; both find out every change. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class ReceiptTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Counting counting;

    @Inject
    MyToken myToken;

    @TempDir
    Path folder;

    /** Several signers, so that there is a path to climb. */
    private ObjectNode receipt() throws IOException {
        var csv = new StringBuilder("name,email,country\n");
        for (int i = 0; i < 5; i++) {
            csv.append("Hana Mori,r-%s@example.org,JP\n".formatted(UUID.randomUUID()));
        }
        var token = "test-token-of-asker";
        given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body(csv.toString())
                .post("/api/v1/campaigns/" + SLUG + "/signatures/import")
                .then()
                .statusCode(200);
        counting.count();
        var id = given().auth()
                .oauth2(token)
                .queryParam("size", 1)
                .queryParam("status", "CONFIRMED")
                .get("/api/v1/campaigns/" + SLUG + "/signatures")
                .<String>path("items[0].id");
        var json = given().get("/api/v1/my/" + myToken.of(UUID.fromString(id)).value() + "/receipt")
                .asString();
        return (ObjectNode) JSON.readTree(json);
    }

    /** python3 is on every machine that builds this; where it is not, this fails and says so. */
    private int verify(ObjectNode receipt, String... more) throws Exception {
        var file = Files.writeString(folder.resolve("receipt.json"), JSON.writeValueAsString(receipt));
        var command = new java.util.ArrayList<String>();
        command.add("python3");
        command.add("docs/verify-receipt.py");
        command.add(file.toString());
        command.addAll(java.util.List.of(more));
        try {
            var script = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(script.getInputStream().readAllBytes());
            int status = script.waitFor();
            assertThat(said).doesNotContain("Traceback");
            return status;
        } catch (IOException absent) {
            throw new AssertionError("python3 is needed to run docs/verify-receipt.py", absent);
        }
    }

    private String page(String receipt) {
        return given().formParam("receipt", receipt)
                .queryParam("lang", "en")
                .post("/verify/receipt")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void anIndependentScriptVerifiesAReceiptWithTheKeyOfTheLedgerPage() throws Exception {
        var receipt = receipt();
        assertThat(receipt.get("proof")).isNotEmpty();
        var key = given().get("/api/v1/campaigns/" + SLUG + "/ledger").<String>path("publicKey");
        assertThat(verify(receipt, "--key", key)).isZero();
        assertThat(page(receipt.toString())).contains("Yes, this signature stands in the ledger");
    }

    @ParameterizedTest
    @CsvSource({
        "salt, leaf",
        "leaf, leaf",
        "root, path",
        "country, leaf",
        "index, path",
        "size, path",
        "path, path",
    })
    void everyChangeIsFoundOut(String changed, String found) throws Exception {
        var receipt = receipt();
        switch (changed) {
            case "country" -> receipt.put("entry", receipt.get("entry").asText().replace("JP", "KR"));
            case "index" -> receipt.put("leafIndex", receipt.get("leafIndex").asLong() - 1);
            case "size" -> receipt.put("size", receipt.get("size").asLong() * 4);
            case "path" -> receipt.withArray("proof").remove(0);
            default -> receipt.put(changed, flip(receipt.get(changed).asText()));
        }
        assertThat(verify(receipt)).isEqualTo(1);
        assertThat(page(receipt.toString()))
                .contains("leaf".equals(found) ? "it does not make the leaf" : "it does not lead from the leaf");
    }

    private static String flip(String hex) {
        return (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1);
    }

    @Test
    void aHeadThatWeDidNotSignIsFoundOut() throws Exception {
        var receipt = receipt();
        receipt.put("asOf", "2020-01-01T00:00:00Z");
        assertThat(verify(receipt)).isEqualTo(1);
        receipt = receipt();
        assertThat(verify(receipt, "--key", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="))
                .isEqualTo(1);
    }

    @Test
    void aReceiptOfATreeOfSomebodyElseIsNotOurs() throws Exception {
        var salt = "00".repeat(32);
        var entry =
                "{\"campaign\":\"%s\",\"confirmedAt\":\"2026-09-01T10:00:00Z\",\"country\":\"JP\",\"letterVersion\":1}"
                        .formatted(SLUG);
        var leaf = java.util.HexFormat.of().formatHex(MerkleTree.leafHash(entry, new byte[32]));
        var forged = JSON.valueToTree(Map.of(
                "leafIndex",
                0,
                "leaf",
                leaf,
                "salt",
                salt,
                "entry",
                entry,
                "proof",
                new String[0],
                "size",
                1,
                "root",
                leaf));
        assertThat(page(forged.toString())).contains("We never published this root");
    }

    @Test
    void nonsenseIsNoReceiptAndNoError() throws Exception {
        for (var nonsense : new String[] {
            "", "{}", "null", "[1]", "\"x\"", "{\"leafIndex\":-1}", "x".repeat(5_000), "{\"entry\":{}}", "<script>"
        }) {
            assertThat(page(nonsense)).contains("does not hold").doesNotContain("<script>");
        }
        assertThat(verify(JSON.createObjectNode())).isEqualTo(2);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/verify/receipt")
                .then()
                .statusCode(415);
    }
}

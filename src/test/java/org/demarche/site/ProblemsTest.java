package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.demarche.site.kept.KeptPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    @TestHTTPResource
    URI self;

    @Inject
    KeptPages kept;

    /** For two seconds the house spares a database that it believes away; the next test must not meet that. */
    @AfterEach
    void theDatabaseIsBelievedToBeBack() {
        await().until(() -> !kept.isAwayJustNow());
    }

    private static ValidatableResponse meet(String kind) {
        return given().get("/api/v1/trouble/" + kind).then().contentType("application/problem+json");
    }

    private static ValidatableResponse send(String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/api/v1/trouble")
                .then()
                .contentType("application/problem+json");
    }

    @Test
    void badInputNamesEachField() {
        meet("bad-input")
                .statusCode(400)
                .body("type", is("about:blank"))
                .body("status", is(400))
                .body("title", is("Not understood"))
                .body("violations.field", hasItems("email", "name"))
                .body("violations[0].message", is("not an address"))
                .body("reference", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"unknown,404", "wrong-state,409", "forbidden,403", "unavailable,503", "not-built,501", "too-many,429"})
    void aRefusalKeepsItsStatus(String kind, int status) {
        meet(kind).statusCode(status).body("status", is(status)).body("violations", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unavailable", "connection", "hibernate", "pool"})
    void whatIsDownSaysWhenToComeBack(String kind) {
        meet(kind).statusCode(503).header("Retry-After", "5").body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anything", "constraint"})
    void ourFaultIsAReferenceAndOneLogLineWithoutWhatPeopleTyped(String kind) {
        try (var log = new HeardLog()) {
            String reference = meet(kind)
                    .statusCode(500)
                    .body("reference", matchesPattern("[0-9a-f]{8}"))
                    .body("detail", not(containsString("kim@")))
                    .extract()
                    .path("reference");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains(reference) || line.contains("Trouble.meet"))
                    .singleElement()
                    .asString()
                    .contains("Trouble.meet");
            assertThat(log.lines()).noneMatch(line -> line.contains("kim@"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":", "not json", "[1,2]", "{\"number\":\"many\"}", "\"x\""})
    void brokenJsonIsBadInput(String json) {
        send(json).statusCode(400).body("detail", is("The JSON cannot be read."));
    }

    @Test
    void aValueOfAnotherKindIsNamedByItsField() {
        send("{\"inner\":{\"word\":[1]}}").statusCode(400).body("violations.field", equalTo(List.of("inner.word")));
        send("{\"slug\":\"Not A Slug\"}").statusCode(400).body("violations.field", equalTo(List.of("slug")));
    }

    @Test
    void aRuleOnAFieldIsNamedByItsField() {
        send("{\"inner\":{\"word\":\"too long\"}}")
                .statusCode(400)
                .body("violations.field", everyItem(is("inner.word")))
                .body("violations.size()", is(1));
    }

    @Test
    void unknownAddressesAndMethodsAreProblemsToo() {
        given().get("/api/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
        given().get("/api").then().statusCode(404).contentType("application/problem+json");
        given().delete("/api/v1/trouble/x").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/csv")
                .body("a,b")
                .post("/api/v1/trouble")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().accept("image/png")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/trouble")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void tooMuchIsRefusedBeforeItIsSent() throws IOException {
        var answer = raw("POST /api/v1/trouble HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99999999");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("\"status\":413");
    }

    @Test
    void whatThePublicSendsInPiecesIsRefusedBecauseNobodyKnowsHowMuchComes() throws IOException {
        var piece = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        var answer = raw(
                "POST /api/v1/trouble HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked",
                "1\r\n\"\r\n" + piece.repeat(11) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 411");
    }

    @Test
    void peopleReadAPage() {
        given().accept("text/html")
                .get("/nothing-here")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<h1>"));
        given().accept("text/html")
                .get("/trouble")
                .then()
                .statusCode(500)
                .contentType("text/html")
                .body(matchesPattern("(?s).*[0-9a-f]{8}.*"), not(containsString("kim@")));
        given().accept("application/json")
                .get("/trouble")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%ZZ HTTP/1.1", "GET /api/v1/%ZZ HTTP/1.1", "GET /desk/sign-in?next=%ZZ HTTP/1.1"})
    void aBrokenAddressIsNoFaultOfOurs(String requestLine) throws IOException {
        assertThat(raw(requestLine)).matches("(?s)HTTP/1.1 (200|400|404) .*");
    }

    private String raw(String head) throws IOException {
        return raw(head, "");
    }

    private String raw(String head, String body) throws IOException {
        try (var socket = new Socket(self.getHost(), self.getPort())) {
            socket.setSoTimeout(10_000);
            var request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n" + body;
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException hungUp) {
                // The server need not read to the end what it refuses; its answer is there already.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

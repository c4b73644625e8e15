package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.common.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile sender types, posts and follows: never an error of ours, never markup, never a confirmation. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class HostileTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String PAGE = "/campaigns/" + SLUG;
    private static final String CALL = "/api/v1" + PAGE + "/signatures";

    /** Put into every string, to find it again where it must not be alive. */
    private static final List<String> MARKUP =
            List.of("<script", "<img", "<svg", "<iframe", "javascript:", "onerror=", "onload=");

    @Inject
    Clock clock;

    @Inject
    PrintedLines printed;

    private static List<String> corpus() throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/hostile.txt")).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("## "))
                .map(HostileTest::unescaped)
                .toList();
    }

    /** So that what cannot be seen can be written down: {@code \\uXXXX}, and {@code {n*x}} for n times x. */
    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("\\u", i) && i + 6 <= line.length()) {
                text.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(line.charAt(i));
            }
        }
        var repeat = java.util.regex.Pattern.compile("\\{(\\d+)\\*(.+)}").matcher(text);
        return repeat.matches() ? repeat.group(2).repeat(Integer.parseInt(repeat.group(1))) : text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "email",
                "country",
                "region",
                "city",
                "comment",
                "initials",
                "language",
                "disclosure",
                "source",
                "publicName",
                "website",
                "stamp",
                "proof"
            })
    void everyHostileStringInEveryFieldIsTakenAsTextOrRefused(String field) throws Exception {
        for (var hostile : corpus()) {
            var form = new HashMap<String, Object>(Map.of(
                    "name",
                    "Hana Mori",
                    "email",
                    UUID.randomUUID() + "@example.org",
                    "country",
                    "JP",
                    "disclosure",
                    "FULL"));
            form.put(field, hostile);
            var call = given().contentType(ContentType.JSON).body(form).post(CALL);
            assertThat(call.statusCode()).as("%s: %s", field, hostile).isIn(202, 400);
            form.replace("email", "hana@example.org", UUID.randomUUID() + "@example.org");
            var page = given().redirects()
                    .follow(false)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(form)
                    .post(PAGE);
            assertThat(page.statusCode()).as("%s: %s", field, hostile).isIn(303, 400, 413);
            assertNotAlive(page.asString(), hostile);
        }
    }

    @Test
    void whatWasTakenIsShownAsText() throws Exception {
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.<Signature>list("status", SignatureStatus.PENDING)
                        .forEach(s -> {
                            s.confirm(clock.instant());
                            s.publicName = true;
                            s.words = Words.CLEARED;
                        }));
        assertNotAlive(given().get(PAGE).asString(), "");
        var frozen = QuarkusTransaction.requiringNew()
                .call(() -> Signature.<Signature>list("status", SignatureStatus.CONFIRMED).stream()
                        .map(s -> new PrintedLines.Frozen(s.id, s.disclosure))
                        .toList());
        for (var language : Language.values()) {
            assertThat(printed.print(frozen, language))
                    .allSatisfy(line -> assertThat(line.line(language))
                            .doesNotContain("\u202E", "\u200B", "\n", "\u0000")
                            .isNotBlank());
        }
        var csv = given().auth()
                .oauth2("test-token-of-asker")
                .get(CALL + "/export")
                .asString();
        assertThat(csv.lines()).noneMatch(line -> line.matches(".*,\"?[=+@＝＋＠].*"));
    }

    private static void assertNotAlive(String html, String hostile) {
        // Scripts of ours are files; what is typed between quotes or tags must have lost its brackets.
        var rest = html.replaceAll("<script src=\"/[^\"<>]*\"[^<>]*></script>", "")
                .replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", "")
                .replaceAll("<(?:svg|img) [^<>]*(?:class=\"mark\"|src=\"/)[^<>]*>", "");
        for (var tag : MARKUP.subList(0, 4)) {
            assertThat(rest).as(hostile).doesNotContainIgnoringCase(tag + " ").doesNotContainIgnoringCase(tag + ">");
        }
    }

    @Test
    void aScannerThatFollowsEveryLinkConfirmsAndEndsNothing() {
        var email = UUID.randomUUID() + "@example.org";
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Hana Scanned", "email", email, "country", "JP", "news", true))
                .post(CALL);
        var id = QuarkusTransaction.requiringNew()
                .call(() -> Signature.<Signature>find("order by createdAt desc").firstResult().id);
        var token = QuarkusTransaction.requiringNew()
                .call(() -> Signature.<Signature>findById(id).newConfirmation(clock.instant()));
        for (var agent : List.of("curl/8", "Mozilla/5.0 (compatible; scanner)", "")) {
            var request = given().header("User-Agent", agent).redirects().follow(true);
            request.get("/confirm/" + token.value());
            request.head("/confirm/" + token.value());
            request.options("/confirm/" + token.value());
            request.get("/confirm/" + token.value() + "?utm_source=x&confirm=true");
            request.get("/unsubscribe/" + token.value());
            request.head("/unsubscribe/" + token.value());
            request.get("/api/v1/confirmations/" + token.value());
        }
        var after = QuarkusTransaction.requiringNew().call(() -> Signature.<Signature>findById(id));
        assertThat(after.status).isEqualTo(SignatureStatus.PENDING);
        assertThat(after.news).isTrue();
        given().post("/confirm/" + token.value()).then().statusCode(200);
        given().post("/confirm/" + token.value()).then().statusCode(200);
    }

    @Test
    void bodiesThatAreTooLargeOrOfAnotherKindAreRefusedWithTheirStatus() {
        var large = "x".repeat(1_000_000);
        var posted = given().contentType(ContentType.JSON)
                .body("{\"name\":\"" + large + "\",\"email\":\"a@example.org\",\"country\":\"JP\"}")
                .post(CALL);
        assertThat(posted.statusCode()).isIn(400, 413);
        var blanks = "{\"name\":\"Ana\",\"email\":\"a@example.org\",\"country\":\"JP\",\"comment\":\"a%sx\"}"
                .formatted(" ".repeat(900_000));
        posted = given().contentType(ContentType.JSON).body(blanks).post(CALL);
        assertThat(posted.statusCode()).isIn(400, 413);
        assertThat(given().formParam("name", large).post(PAGE).statusCode()).isIn(400, 413);
        given().contentType("text/plain").body("name=x").post(CALL).then().statusCode(415);
        given().contentType("application/xml").body("<name/>").post(CALL).then().statusCode(415);
        given().contentType("text/plain").body("name=x").post(PAGE).then().statusCode(415);
        for (var broken : List.of(
                "",
                "{",
                "[]",
                "\"x\"",
                "{\"name\":{}}",
                "{\"name\":[1]}",
                "{\"publicName\":\"maybe\"}",
                "[".repeat(5_000),
                "{\"name\":\"\\ud800\"}")) {
            assertThat(given().contentType(ContentType.JSON)
                            .body(broken.getBytes(StandardCharsets.UTF_8))
                            .post(CALL)
                            .statusCode())
                    .as(broken)
                    .isEqualTo(400);
        }
    }

    @Test
    void forgedTokensOpenNothing() {
        for (var forged : List.of("x", "%00", "A".repeat(43), "A".repeat(10_000), "%2e%2e%2f", "null", "'or'1'='1")) {
            for (var door : List.of("/confirm/", "/my/", "/api/v1/my/")) {
                assertThat(given().urlEncodingEnabled(false).get(door + forged).statusCode())
                        .as(door + forged)
                        .isBetween(400, 499);
            }
            assertThat(given().urlEncodingEnabled(false)
                            .post("/confirm/" + forged)
                            .statusCode())
                    .isBetween(400, 499);
        }
    }

    @Test
    void aFormThatIsSentAgainAndAgainIsOneSignature() {
        var body = Map.of("name", "Hana Again", "email", UUID.randomUUID() + "@example.org", "country", "JP");
        long before = Signature.count();
        for (int i = 0; i < 5; i++) {
            given().contentType(ContentType.JSON).body(body).post(CALL).then().statusCode(202);
        }
        assertThat(Signature.count()).isEqualTo(before + 1);
    }
}

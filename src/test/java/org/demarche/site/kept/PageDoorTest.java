package org.demarche.site.kept;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.demarche.common.Language;
import org.demarche.common.page.PagesChanged;
import org.demarche.site.OnStoppablePostgreSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages from memory: quick, in the reader's own language, and never of yesterday. */
@QuarkusTest
@TestProfile(OnStoppablePostgreSql.class)
class PageDoorTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String CAMPAIGN = "/campaigns/" + SLUG;

    @TestHTTPResource("/")
    URI site;

    @Inject
    KeptPages pages;

    @Inject
    Event<PagesChanged> changed;

    @BeforeEach
    void begin() {
        pages.forget();
    }

    @Test
    void whoHasThePageIsToldSoUntilItChanges() {
        var first = read("en");
        var tag = first.header("ETag");
        first.then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age="))
                .header("Vary", is("Accept-Language, Cookie, Accept-Encoding"));
        given().header("Accept-Language", "en")
                .header("If-None-Match", tag)
                .get(CAMPAIGN)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body(is(""));
        // Also where the page had to be made anew: the stamp of its form is another, and nothing else.
        pages.forget();
        given().header("Accept-Language", "en")
                .header("If-None-Match", "\"other\", " + tag)
                .get(CAMPAIGN)
                .then()
                .statusCode(304)
                .body(is(""));
        given().header("Accept-Language", "en")
                .header("If-None-Match", "\"other\"")
                .get(CAMPAIGN)
                .then()
                .statusCode(200);
    }

    @Test
    void everybodyReadsTheirOwnLanguage() {
        for (int round = 0; round < 2; round++) {
            for (var language : Language.values()) {
                read(language.tag()).then().header("Content-Language", language.tag());
                var chosen = given().cookie("lang", language.tag())
                        .header("Accept-Language", "en")
                        .get(CAMPAIGN);
                chosen.then().body(containsString("<html lang=\"" + language.tag() + "\">"));
                assertThat(chosen.cookies()).isEmpty();
                given().queryParam("lang", language.tag())
                        .get(CAMPAIGN)
                        .then()
                        .cookie("lang", language.tag())
                        .header("Content-Language", language.tag());
            }
        }
    }

    @Test
    void ofManyAtOnceOneMakesThePage() {
        // A request that upgrades its connection goes the long way.
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(site.resolve(CAMPAIGN)).build();
        var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 40; i++) {
            asked.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        assertThat(asked)
                .extracting(answer -> answer.join().statusCode() + answer.join().body())
                .allMatch(answer -> answer.startsWith("200<!doctype html>"))
                .as("one stamp, hence one page made")
                .containsOnly("200" + asked.getFirst().join().body());
    }

    @Test
    void whatStaffChangeIsOnThePageAtOnce() {
        for (var goal : new int[] {4321, 1000}) {
            read("en");
            given().header("Authorization", "Bearer test-token-of-asker")
                    .contentType("application/json")
                    .body(Map.of("goal", goal))
                    .patch("/api/v1" + CAMPAIGN)
                    .then()
                    .statusCode(200);
            read("en").then().body(containsString(String.format("%,d", goal)));
        }
    }

    @Test
    void whatHasToDisappearIsNotKeptForBadTimesEither() {
        read("ja");
        var wanted = new Wanted(CAMPAIGN, "", Language.JA);
        await().until(() -> pages.last(wanted).isPresent());
        QuarkusTransaction.requiringNew().run(() -> changed.fire(new PagesChanged()));
        assertThat(pages.last(wanted)).isEmpty();
    }

    @Test
    void foreignParametersAreNeitherShownNorKept() {
        given().get(CAMPAIGN + "?fbclid=secret-of-one-reader&lang=ko")
                .then()
                .statusCode(200)
                .body(not(containsString("secret-of-one-reader")));
        given().get(CAMPAIGN + "?lang=ko").then().body(not(containsString("secret-of-one-reader")));
        for (var source : new String[] {"newsletter", "poster"}) {
            given().queryParam("source", source)
                    .get(CAMPAIGN)
                    .then()
                    .body(containsString("name=\"source\" value=\"" + source + "\""));
        }
        read("en").then().body(containsString("name=\"source\" value=\"\""));
    }

    @Test
    void compressedItIsTheSamePage() throws Exception {
        for (var path : new String[] {CAMPAIGN, "/demarche.css"}) {
            var plain = get(path, "identity");
            var zipped = get(path, "gzip, br");
            assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
            assertThat(zipped.headers().firstValue("content-encoding")).contains("gzip");
            try (var content = new GZIPInputStream(new java.io.ByteArrayInputStream(zipped.body()))) {
                assertThat(unstamped(content.readAllBytes())).isEqualTo(unstamped(plain.body()));
            }
            assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
        }
    }

    @Test
    void whoUpgradesToHttp2IsAnsweredToo() throws Exception {
        read("en");
        for (var path : new String[] {CAMPAIGN, "/demarche.css", CAMPAIGN, "/demarche.css"}) {
            var request = HttpRequest.newBuilder(site.resolve(path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void filesInPagesAreKeptForEverAndOthersNot() {
        var html = read("en").asString();
        var style = html.replaceFirst("(?s).*href=\"(/demarche\\.css\\?\\w+)\".*", "$1");
        given().get(style).then().header("Cache-Control", containsString("immutable"));
        given().get("/demarche.css?older").then().header("Cache-Control", "public, max-age=3600, stale-if-error=86400");
        var frame = given().get("/embed.js");
        frame.then().header("Cache-Control", not(containsString("immutable")));
        given().header("If-None-Match", frame.header("ETag"))
                .get("/embed.js")
                .then()
                .statusCode(304);
    }

    @Test
    void nothingIsKeptOfWhatIsNotThere() {
        for (int i = 0; i < 2; i++) {
            given().get("/campaigns/no-such-letter").then().statusCode(404).header("ETag", (String) null);
        }
        given().head(CAMPAIGN).then().statusCode(200).body(is(""));
    }

    /** The one may have been made a second later than the other. */
    private static String unstamped(byte[] page) {
        return new String(page, StandardCharsets.UTF_8).replaceAll("name=\"stamp\" value=\"[^\"]*\"", "");
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws Exception {
        var request = HttpRequest.newBuilder(site.resolve(path))
                .header("Accept-Encoding", encoding)
                .timeout(Duration.ofSeconds(20))
                .build();
        // The first time it comes from the page itself, the second time from memory; each time with an upgrade to
        // HTTP/2.
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Response read(String language) {
        return given().header("Accept-Language", language).get(CAMPAIGN);
    }
}

package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is refused answers 403; whoever is let through meets the question who they are: 401, or the sign-in page. */
@QuarkusTest
class CrossSiteTest {

    private static final int LET_THROUGH = 401;

    @TestHTTPResource
    URI self;

    private static RequestSpecification withSession() {
        return given().redirects().follow(false).cookie("desk", "some-session");
    }

    private static void acts(RequestSpecification request, int status) {
        request.post("/api/v1/probe/moderator").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"same-origin,401", "none,401", "cross-site,403", "same-site,403", "nonsense,403", "'',403"})
    void whatTheBrowserSaysOfTheSiteDecides(String site, int status) {
        acts(withSession().header("Sec-Fetch-Site", site), status);
    }

    @Test
    void aForgedOriginDoesNotOutweighTheSite() {
        acts(withSession().header("Sec-Fetch-Site", "cross-site").header("Origin", "http://localhost:8080"), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,401",
        "https://evil.example.org,403",
        "null,403",
        "http://localhost:8080.evil.example.org,403",
        "http://localhost:8080@evil.example.org,403",
        "not an address,403"
    })
    void inOlderBrowsersTheOriginDecides(String origin, int status) {
        acts(withSession().header("Origin", origin), status);
    }

    @Test
    void theHostThatWasAskedIsOurOriginToo() {
        acts(withSession().header("Origin", "http://" + self.getAuthority()), LET_THROUGH);
        acts(withSession().header("Origin", "http://" + self.getHost() + ":1"), 403);
    }

    @Test
    void withoutOriginTheReferrerDecides() {
        acts(withSession().header("Referer", "http://localhost:8080/desk/audit"), LET_THROUGH);
        acts(withSession().header("Referer", "https://evil.example.org/http://localhost:8080/"), 403);
    }

    @Test
    void silenceIsARefusal() {
        acts(withSession(), 403);
    }

    @Test
    void withoutASessionThereIsNothingToForge() {
        acts(given(), LET_THROUGH);
        acts(given().header("Origin", "https://evil.example.org"), LET_THROUGH);
    }

    @Test
    void nobodyIsSignedInByAForeignPage() {
        given().header("Sec-Fetch-Site", "cross-site")
                .formParams("email", "kim@example.org", "password", "three slow herons")
                .post("/desk/sign-in")
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("/demarche.css"));
    }

    @Test
    void readingIsFree() {
        withSession()
                .header("Sec-Fetch-Site", "cross-site")
                .get("/api/v1/probe/open")
                .then()
                .statusCode(200);
    }
}

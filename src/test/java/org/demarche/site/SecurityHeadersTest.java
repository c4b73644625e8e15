package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/sign-in",
                "/nothing-here",
                "/trouble",
                "/api/v1/audit",
                "/api/v1/trouble/anything",
                "/q/health/ready",
                "/styles-of-the-test.css"
            })
    void everyAnswerCarriesThem(String path) {
        given().get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self'"),
                                containsString("form-action 'self'"),
                                containsString("base-uri 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void filesMayBeCached() {
        given().get("/styles-of-the-test.css")
                .then()
                .statusCode(200)
                .header("Cache-Control", anyOf(nullValue(), not(containsString("no-store"))));
    }

    @Test
    void refusedRequestsCarryThem() {
        given().header("Sec-Fetch-Site", "cross-site")
                .post("/desk/sign-out")
                .then()
                .statusCode(403)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/my/some-token", "/confirm/some-token", "/unsubscribe/some-token", "/api/v1/my/some-token"})
    void pagesOfOnePersonStayNowhereAndLeakNoLink(String path) {
        given().get(path).then().header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/mail",
                "/api/v1/letters",
                "/api/v1/campaigns/save-north-korean-refugees-day",
                "/api/v1/campaigns/save-north-korean-refugees-day/signatures"
            })
    void whatACallAnswersIsNotStored(String path) {
        given().auth()
                .oauth2("ada-token-of-the-tests-only")
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }

    @Test
    void whatSaysItselfThatItMayBeCachedMay() {
        var cached = given().get("/api/v1/campaigns/save-north-korean-refugees-day/count")
                .headers()
                .getValues("Cache-Control");
        assertThat(cached).hasSize(1).first().asString().startsWith("public");
    }

    @Test
    void theDeskIsNotStoredAndKeepsItsReferrerInTheHouse() {
        given().get("/desk/sign-in")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", is("same-origin"));
    }

    @Test
    void onlyTheWidgetMayBeFramed() {
        given().get("/embed/some-campaign")
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors *"));
        given().get("/embedded").then().header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }
}

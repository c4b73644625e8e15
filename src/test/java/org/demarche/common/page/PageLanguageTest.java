package org.demarche.common.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.demarche.common.Language;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageLanguageTest {

    /** Speaks Korean by itself, as a campaign may. */
    @Path("/test-language")
    public static class Echo {

        @Inject
        PageLanguage language;

        @GET
        @Produces("text/plain")
        public String say() {
            return language.or(Language.KO).tag() + " " + language.path();
        }
    }

    @Test
    void theAddressDecidesAndIsRemembered() {
        given().queryParam("lang", "zh-Hans")
                .cookie("lang", "ja")
                .header("Accept-Language", "en")
                .get("/test-language?a=1")
                .then()
                .statusCode(200)
                .body(is("zh-Hans /test-language?a=1"))
                .header("Content-Language", "zh-Hans")
                .header("Set-Cookie", containsString("lang=zh-Hans"))
                .header("Set-Cookie", containsStringIgnoringCase("; HttpOnly"));
    }

    @Test
    void thenTheCookieThenTheBrowserThenThePage() {
        given().cookie("lang", "ja")
                .header("Accept-Language", "en")
                .get("/test-language")
                .then()
                .body(is("ja /test-language"));
        given().header("Accept-Language", "fr, zh-TW;q=0.8, en;q=0.5")
                .get("/test-language")
                .then()
                .body(is("zh-Hans /test-language"));
        given().header("Accept-Language", "fr").get("/test-language").then().body(is("ko /test-language"));
    }

    @Test
    void anUnknownLanguageIsIgnoredAndNotRemembered() {
        given().queryParam("lang", "xx\r\nX: y")
                .cookie("lang", "nonsense")
                .header("Accept-Language", "en")
                .get("/test-language")
                .then()
                .body(is("en /test-language"))
                .header("Set-Cookie", nullValue());
    }

    @Test
    void languageLinksKeepTheRestOfTheAddress() {
        given().header("Accept-Language", "en")
                .urlEncodingEnabled(false)
                .get("/test-language?digest=a%26b&lang=en&x")
                .then()
                .body(is("en /test-language?digest=a%26b&x"));
    }
}

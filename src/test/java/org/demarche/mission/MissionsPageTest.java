package org.demarche.mission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MissionsPageTest {

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void theTableIsFilteredByCountryAndSaysHowFarEachAddressIsTrusted() {
        given().get("/desk/missions?country=JP")
                .then()
                .statusCode(200)
                .body(containsString("Consulate-General of the People&#39;s Republic of China in Osaka"))
                .body(containsString("Never verified"))
                .body(containsString("<option value=\"JP\" selected>Japan"))
                .body(not(containsString("Seoul")));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void theMapShowsTheChosenCountryWithItsCitiesNames() {
        given().get("/desk/missions?country=JP")
                .then()
                .body(containsString("<title>Consulate-General of the People&#39;s Republic of China in Osaka: "))
                .body(containsString(">Osaka</text>"));
        given().get("/desk/missions").then().body(containsString("<title>"), not(containsString(">Osaka</text>")));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void verifyingOnThePageShowsWhoDidIt() {
        given().get("/desk/missions/cn-no-oslo")
                .then()
                .statusCode(200)
                .body(containsString("Never verified"))
                .body(containsString("I have verified this"));
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("email", "office@example.org")
                .formParam("note", "<b>rang</b> them")
                .post("/desk/missions/cn-no-oslo")
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk/missions/cn-no-oslo"));
        given().get("/desk/missions/cn-no-oslo")
                .then()
                .body(containsString("✓ Verified"))
                .body(containsString("by kim"))
                .body(containsString("&lt;b&gt;rang&lt;/b&gt; them"));
        given().get("/desk/missions/cn-no-oslo/history")
                .then()
                .statusCode(200)
                .body(containsString("Verified: office@example.org"))
                .body(containsString("<ins>office@example.org</ins>"))
                .body(containsString("kim"));
    }

    @Test
    @TestSecurity(user = "kim", roles = "campaigner")
    void aWrongAddressIsShownAgainWithItsReason() {
        given().contentType(ContentType.URLENC)
                .formParam("email", "nonsense")
                .post("/desk/missions/cn-dk-copenhagen")
                .then()
                .statusCode(400)
                .body(containsString("this is no e-mail address"))
                .body(containsString("value=\"nonsense\""));
    }

    @Test
    @TestSecurity(user = "mo", roles = "moderator")
    void aModeratorSeesNoForm() {
        given().get("/desk/missions/cn-no-oslo")
                .then()
                .statusCode(200)
                .body(not(containsString("I have verified this")));
        given().contentType(ContentType.URLENC)
                .formParam("email", "")
                .post("/desk/missions/cn-no-oslo")
                .then()
                .statusCode(403);
    }
}

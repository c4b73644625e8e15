package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Trouble at the desk stays at the desk. */
@QuarkusTest
class DeskErrorPageTest {

    private static RequestSpecification asker() {
        return given().auth().oauth2("test-token-of-asker");
    }

    @Test
    void whatIsNotThereIsSaidInTheDeskFrame() {
        asker().header("Referer", "http://localhost:8080/desk/campaigns?page=1")
                .get("/desk/campaigns/no-such-campaign")
                .then()
                .statusCode(404)
                .body(allOf(
                        containsString("class=\"desk\""),
                        containsString("There is no campaign with this name."),
                        containsString("href=\"/desk/campaigns?page=1\""),
                        containsString("asker")));
    }

    @Test
    void whoIsNotSignedInSeesNoTabs() {
        given().get("/desk/setup/forged")
                .then()
                .statusCode(404)
                .body(allOf(containsString("class=\"desk\""), not(containsString("<nav"))));
    }

    @Test
    void theWayBackStaysInTheHouse() {
        asker().header("Referer", "https://evil.example.org/desk/../x")
                .get("/desk/nowhere")
                .then()
                .statusCode(404)
                .body(not(containsString("evil.example.org")));
    }

    @Test
    void aRequestWithoutATickKeepsTheForm() {
        asker().formParam("content", "PETITION")
                .post("/desk/deliveries/save-north-korean-refugees-day/ask")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("class=\"desk\""),
                        containsString("Tick at least one mission."),
                        containsString("Ask for a delivery")));
    }
}

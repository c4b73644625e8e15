package org.demarche.signing.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.Test;

/** What a token of the settings takes out alone, and who is told of it. */
@QuarkusTest
class TokenExportTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String CALL = "/api/v1/campaigns/" + SLUG + "/signatures/export";
    private static final String DESK = "/desk/exports/" + SLUG;

    private static String takenAlone() {
        given().auth().oauth2("test-token-of-asker").get(CALL).then().statusCode(200);
        return given().auth()
                .oauth2("test-token-of-asker")
                .get(CALL + "/requests")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.state == 'TAKEN_ALONE' && it.askedBy == 'asker' }.id");
    }

    @Test
    void aScriptThatTheOperatorSetUpFetchesByItselfAndTheDeskIsToldUntilAnotherPersonKnows() {
        var id = takenAlone();
        assertThat(takenAlone()).as("one line until somebody knows").isEqualTo(id);
        var kim = Colleague.arrives("exporter");
        kim.at().get("/desk").then().body(containsString("href=\"" + DESK + "\""));
        kim.at()
                .get(DESK)
                .then()
                .body(allOf(containsString("This left without a second person"), containsString("times since")));
        given().auth()
                .oauth2("test-token-of-asker")
                .post(CALL + "/" + id + "/known")
                .then()
                .statusCode(403);
        kim.at().post(DESK + "/" + id + "/known").then().statusCode(303);
        kim.at().get(DESK).then().body(containsString(kim.name() + " knows of it"));
        kim.at().post(CALL + "/" + id + "/known").then().statusCode(409);
        assertThat(takenAlone()).as("what is taken out later is told anew").isNotEqualTo(id);
    }

    @Test
    void whatATokenTookOutAloneOpensToNobodyAndIsNoRequest() {
        var id = takenAlone();
        var kim = Colleague.arrives("exporter");
        kim.at().post(CALL + "/" + id + "/approve").then().statusCode(409);
        kim.at().post(CALL + "/" + id + "/decline").then().statusCode(409);
        kim.at().post(CALL + "/" + id + "/known").then().statusCode(200).body("until", nullValue());
        kim.at().get(CALL).then().statusCode(409);
    }
}

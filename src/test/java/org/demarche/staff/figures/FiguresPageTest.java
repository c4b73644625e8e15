package org.demarche.staff.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FiguresPageTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String PAGE = "/desk/figures/" + SLUG;

    private static RequestSpecification moderator() {
        return given().auth().oauth2("mo-token-of-the-tests-only");
    }

    /** Entered by staff from paper, so counted at once. */
    private static void onPaper(String name, String country) {
        var csv = "name,email,country\n" + name + "," + UUID.randomUUID() + "@example.org," + country + "\n";
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType("text/csv")
                .body(csv)
                .post("/api/v1/campaigns/" + SLUG + "/signatures/import")
                .then()
                .statusCode(200);
    }

    @Test
    void everyChartHasATableBehindItAndNamesNobody() {
        onPaper("Nobody Shown Here", "IS");
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> moderator()
                        .get(PAGE)
                        .then()
                        .statusCode(200)
                        .body(allOf(
                                containsString("Iceland"),
                                containsString("By language"),
                                containsString("The same as numbers"),
                                containsString("Milestones"),
                                not(containsString("Nobody Shown Here")))));
        var page = moderator().get(PAGE).asString();
        assertThat(page.split("<svg viewBox=\"0 0 \\d+ 10\"").length)
                .as("each lying bar has its number beside it")
                .isLessThanOrEqualTo(page.split("<td class=\"r").length);
    }

    @Test
    void whatRenewsItselfIsTheSameWithoutTheFrame() {
        moderator().get(PAGE).then().body(containsString("data-live=\"" + PAGE + "/live\""));
        moderator()
                .get(PAGE + "/live")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Waiting for their mail"), not(containsString("<html"))));
    }

    @Test
    void whoSignedIsSeenAsWaiting() {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Hana Mori",
                        "email",
                        UUID.randomUUID() + "@example.org",
                        "country",
                        "JP",
                        "source",
                        "poster-shibuya"))
                .post("/api/v1/campaigns/" + SLUG + "/signatures")
                .then()
                .statusCode(202);
        moderator().get(PAGE).then().body(containsString("Confirmed of the last seven days"));
    }

    @Test
    void coordinatorsSeeNoFigures() {
        var coordinator = Colleague.arrives("coordinator");
        coordinator.at().get(PAGE).then().statusCode(403);
        coordinator.at().get(PAGE + "/live").then().statusCode(403);
    }
}

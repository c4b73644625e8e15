package org.demarche.site.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import org.demarche.signing.Counting;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Watched.class)
class FiguresTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    @Inject
    EntityManager em;

    @Inject
    Counting counting;

    @Inject
    Figures figures;

    @Test
    void figuresAreForWhoBearsTheToken() {
        given().get("/q/metrics").then().statusCode(401);
        given().header("Authorization", "Bearer wrong").get("/q/metrics").then().statusCode(401);
        assertThat(scrape()).contains("jvm_memory_used_bytes", "demarche_requests_seconds_bucket{door=\"watch\"");
    }

    @Test
    void theHouseIsShownInNumbers() {
        sign("Figura Numerosa", UUID.randomUUID() + "@example.org");
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery("update signature set status = 'CONFIRMED', confirmed_at = created_at"
                                + " where status = 'PENDING'")
                        .executeUpdate());
        sign("Figura Secunda", UUID.randomUUID() + "@example.org");
        counting.count();
        figures.read();

        assertThat(scrape())
                .contains("demarche_signatures{status=\"pending\"} 1.0")
                .containsPattern("demarche_signatures_counted\\{campaign=\"" + CAMPAIGN + "\"\\} [1-9]")
                .contains("demarche_counting_lag_seconds 0.0")
                .containsPattern("demarche_mail\\{purpose=\"[a-z_]+\",state=\"[a-z_]+\"\\} [1-9]")
                .contains("demarche_bundle_pages", "demarche_jobs_late_seconds", "demarche_requests_busy")
                .doesNotContain("Figura", "example.org");
    }

    @Test
    void readinessGivesReasonsAndNoSecrets() {
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/health/ready").asString()).contains("data folder", "freeMegabytes");
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void logsOfAJourneyNameNobody() {
        var email = UUID.randomUUID() + "@example.org";
        var log = new Recorder();
        var root = java.util.logging.Logger.getLogger("");
        root.addHandler(log);
        try {
            sign("Logwina Unwritten", email);
            sign("Logwina Unwritten", email);
            given().formParam("name", "Logwina Unwritten")
                    .formParam("email", "no address of logwina")
                    .post("/campaigns/" + CAMPAIGN)
                    .then()
                    .statusCode(400);
            given().get("/my/logwina-token-" + email).then().statusCode(404);
            given().contentType("application/json")
                    .body("{\"name\":\"Logwina Unwritten\",\"email\":[\"" + email + "\"]")
                    .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                    .then()
                    .statusCode(400);
            given().get("/api/v1/trouble/unexpected").then().statusCode(500);
            counting.count();
            log.publish(new java.util.logging.LogRecord(Level.INFO, "the recorder works"));
        } finally {
            root.removeHandler(log);
        }
        assertThat(log.text()).contains("the recorder works", "Error ").doesNotContainIgnoringCase("logwina", email);
    }

    private static String scrape() {
        return given().header("Authorization", "Bearer " + Watched.TOKEN)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void sign(String name, String email) {
        given().contentType("application/json")
                .body(Map.of("name", name, "email", email, "country", "JP"))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                .then()
                .statusCode(202);
    }
}

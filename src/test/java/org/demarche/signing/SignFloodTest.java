package org.demarche.signing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** More signers at once than there are connections to the database: they wait for each other, and none is turned away. */
@QuarkusTest
@TestProfile(SignFloodTest.FewConnections.class)
class SignFloodTest {

    private static final int SIGNERS = 32;

    /** A small pool, so that a request that needs two connections at a time is found out. */
    public static final class FewConnections implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.databases.h2.url", "jdbc:h2:mem:flood;DB_CLOSE_DELAY=-1",
                    "quarkus.datasource.jdbc.max-size", "6",
                    "quarkus.datasource.jdbc.acquisition-timeout", "5S");
        }
    }

    @Test
    void everyOneOfManyFormsAtOnceIsTaken() throws Exception {
        assertThat(statuses(this::form)).hasSize(SIGNERS).containsOnly(303);
    }

    @Test
    void everyOneOfManyCallsAtOnceIsTaken() throws Exception {
        assertThat(statuses(this::call)).hasSize(SIGNERS).containsOnly(202);
    }

    private ArrayList<Integer> statuses(Callable<Integer> signer) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(SIGNERS)) {
            for (var future : threads.invokeAll(java.util.Collections.nCopies(SIGNERS, signer))) {
                statuses.add(future.get());
            }
        }
        return statuses;
    }

    private int form() {
        return given().redirects()
                .follow(false)
                .formParam("name", "Hana Mori")
                .formParam("email", UUID.randomUUID() + "@example.org")
                .formParam("country", "JP")
                .post("/campaigns/save-north-korean-refugees-day")
                .statusCode();
    }

    private int call() {
        return given().contentType("application/json")
                .body(Map.of("name", "Hana Mori", "email", UUID.randomUUID() + "@example.org", "country", "JP"))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                .statusCode();
    }
}

package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that only serves the public site. */
@QuarkusTest
@TestProfile(NoDeskTest.SiteOnly.class)
class NoDeskTest {

    public static class SiteOnly extends OwnDatabase {
        @Override
        protected Map<String, String> settings() {
            return Map.of("demarche.roles", "site");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/", "/desk/sign-in", "/desk/setup/x", "/desk/probe", "/desk/../desk/audit"})
    void hasNoDesk(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).contentType("text/html");
    }

    @Test
    void hasNoStaffApiEvenForAGoodToken() {
        given().header("Authorization", "Bearer ada-token-of-the-tests-only")
                .get("/api/v1/audit")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().get("/api/v1/audit").then().statusCode(404);
    }

    @Test
    void servesThePublic() {
        given().get("/api/v1/probe/open").then().statusCode(200).body(is("nobody"));
    }
}

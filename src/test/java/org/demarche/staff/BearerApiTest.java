package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BearerApiTest {

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    @Test
    void aTokenGivesItsNameAndRole() {
        as("mo-token-of-the-tests-only")
                .get("/api/v1/probe/moderator")
                .then()
                .statusCode(200)
                .body(is("mo"));
    }

    @Test
    void anAdminMayDoWhatOthersMay() {
        as("ada-token-of-the-tests-only")
                .get("/api/v1/probe/moderator")
                .then()
                .statusCode(200)
                .body(is("ada"));
    }

    @Test
    void withoutATokenAProblemDocumentAsksForOne() {
        given().get("/api/v1/probe/moderator")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("status", equalTo(401));
    }

    @Test
    void anUnknownTokenIsRefusedEvenWhereNoneIsNeeded() {
        for (var path : new String[] {"/api/v1/probe/moderator", "/api/v1/probe/open"}) {
            as("mo-token-of-the-tests-onlY")
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body(not(containsString("onlY")));
        }
    }

    @Test
    void anotherRoleIsNotEnough() {
        as("mo-token-of-the-tests-only")
                .get("/api/v1/probe/campaigner")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403));
    }

    @Test
    void publicCallsNeedNoToken() {
        given().get("/api/v1/probe/open").then().statusCode(200).body(is("nobody"));
    }
}

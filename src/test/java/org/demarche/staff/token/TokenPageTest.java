package org.demarche.staff.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.common.Token;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenPageTest {

    private static final Pattern SECRET = Pattern.compile("<p class=\"hex\">(demarche_[A-Za-z0-9_-]{43})</p>");

    private static Response make(Colleague by, String label, String role) {
        return by.at().formParams("label", label, "role", role, "days", "30").post("/desk/tokens");
    }

    private static String secret(Response page) {
        var found = SECRET.matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return found.group(1);
    }

    private static RequestSpecification script(String token) {
        return given().redirects().follow(false).auth().oauth2(token);
    }

    private static UUID idOf(String token) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ScriptToken.of(new Token(token)).orElseThrow().id);
    }

    @Test
    void itIsShownOnceAndKeptAsAHash() {
        var kim = Colleague.arrives("admin");
        var token = secret(make(kim, "nightly export", "exporter"));
        kim.at()
                .get("/desk/tokens")
                .then()
                .statusCode(200)
                .body(allOf(containsString("nightly export"), not(containsString(token))));
    }

    @Test
    void itOpensWhatItsRoleOpensAndNoMore() {
        var kim = Colleague.arrives("admin");
        var token = secret(make(kim, "moderating", "moderator"));
        script(token).get("/api/v1/probe/moderator").then().statusCode(200);
        script(token).get("/api/v1/probe/campaigner").then().statusCode(403);
        script(token).get("/desk/tokens").then().statusCode(403);
    }

    @Test
    void takenBackOverOrWithoutOwnerItOpensNothing() {
        var kim = Colleague.arrives("admin");
        var back = secret(make(kim, "taken back", "moderator"));
        kim.at().post("/desk/tokens/" + idOf(back) + "/revoke").then().statusCode(303);
        script(back).get("/api/v1/probe/moderator").then().statusCode(401);

        var over = secret(make(kim, "over", "moderator"));
        var id = idOf(over);
        QuarkusTransaction.requiringNew().run(() -> ScriptToken.update("endsAt = ?1 where id = ?2", Instant.now(), id));
        script(over).get("/api/v1/probe/moderator").then().statusCode(401);

        var orphan = secret(make(kim, "orphan", "moderator"));
        script(orphan).get("/api/v1/probe/moderator").then().statusCode(200);
        given().auth().oauth2("test-token-of-asker").post("/desk/staff/" + kim.id() + "/close");
        script(orphan).get("/api/v1/probe/moderator").then().statusCode(401);
    }

    @Test
    void aScriptMakesNoTokens() {
        var kim = Colleague.arrives("admin");
        var token = secret(make(kim, "admin script", "admin"));
        script(token)
                .formParams("label", "more", "role", "admin", "days", "30")
                .post("/desk/tokens")
                .then()
                .statusCode(404);
    }

    @Test
    void aTokenWithoutANameARoleOrAnEndIsNotMade() {
        var kim = Colleague.arrives("admin");
        make(kim, " ", "moderator").then().statusCode(400).body(containsString("Say what it is for"));
        make(kim, "x", "boss").then().statusCode(400).body(containsString("Choose what it may do"));
        kim.at()
                .formParams("label", "x", "role", "moderator", "days", "9999")
                .post("/desk/tokens")
                .then()
                .statusCode(400);
    }

    @Test
    void theTrailNamesOwnerAndScriptAndNeverTheToken() {
        var kim = Colleague.arrives("admin");
        var token = secret(make(kim, "careful", "admin"));
        script(token).post("/desk/switches/hide-counts/on").then().statusCode(303);
        script(token).post("/desk/switches/hide-counts/off").then().statusCode(303);
        given().auth()
                .oauth2("test-token-of-asker")
                .queryParam("size", 5)
                .get("/api/v1/audit")
                .then()
                .body(allOf(
                        containsString(kim.name() + " / careful"),
                        containsString("token.make"),
                        not(containsString(token))));
    }
}

package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.staff.audit.AuditEntry;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffPageTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/desk/setup/[A-Za-z0-9_-]{43})");

    private static RequestSpecification ada() {
        return given().redirects().follow(false).header("Authorization", "Bearer ada-token-of-the-tests-only");
    }

    /** Somebody new, with a name of their own; their session. */
    private static Response arrive(String name, String role) {
        var page = ada().formParam("role", role).post("/desk/staff/invite");
        page.then().statusCode(200);
        var link = LINK.matcher(page.asString());
        assertThat(link.find()).isTrue();
        var made = given().redirects()
                .follow(false)
                .formParams("name", name, "email", name + "@example.org", "password", "three slow herons")
                .post(link.group(1));
        made.then().statusCode(303);
        return made;
    }

    private static String fresh() {
        return "mo-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static UUID idOf(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> StaffMember.<StaffMember>find("name", name).singleResult().id);
    }

    @Test
    void aColleagueIsAskedInAndWorksWithTheirRole() {
        var name = fresh();
        var session = arrive(name, "moderator").cookie("desk");
        given().cookie("desk", session).get("/api/v1/probe/moderator").then().statusCode(200);
        given().cookie("desk", session).get("/api/v1/probe/campaigner").then().statusCode(403);
        given().cookie("desk", session).get("/desk/staff").then().statusCode(403);
        ada().get("/desk/staff").then().statusCode(200).body(containsString(name), not(containsString("@example.org")));
    }

    @Test
    void whoLeavesIsOutAtOnceAndMayComeBack() {
        var name = fresh();
        var session = arrive(name, "moderator").cookie("desk");
        ada().post("/desk/staff/" + idOf(name) + "/close").then().statusCode(303);
        given().redirects()
                .follow(false)
                .cookie("desk", session)
                .get("/desk")
                .then()
                .statusCode(303);
        ada().post("/desk/staff/" + idOf(name) + "/reopen").then().statusCode(303);
        given().redirects()
                .follow(false)
                .formParams("email", name + "@example.org", "password", "three slow herons")
                .post("/desk/sign-in")
                .then()
                .statusCode(303);
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        var name = fresh();
        var session = arrive(name, "admin").cookie("desk");
        given().cookie("desk", session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/desk/staff/" + idOf(name) + "/close")
                .then()
                .statusCode(403);
    }

    @Test
    void anInvitationNeedsARole() {
        ada().post("/desk/staff/invite").then().statusCode(400).body(containsString("Choose at least one role"));
        ada().formParam("role", "boss").post("/desk/staff/invite").then().statusCode(400);
    }

    @Test
    void theTrailSaysWhoDidItAndNoAddress() {
        var name = fresh();
        arrive(name, "exporter");
        var id = idOf(name).toString();
        ada().post("/desk/staff/" + id + "/close");
        QuarkusTransaction.requiringNew().run(() -> {
            var entries = AuditEntry.<AuditEntry>list("subject", id);
            assertThat(entries)
                    .extracting(AuditEntry::action)
                    .containsExactly("staff.add", "staff.sign-in", "staff.close");
            assertThat(entries).extracting(AuditEntry::actor).containsExactly("ada", name, "ada");
            assertThat(entries).noneMatch(e -> String.valueOf(e.detail()).contains("@"));
        });
    }

    @Test
    void theOverviewLeadsAdminsToTheStaff() {
        ada().get("/desk")
                .then()
                .statusCode(200)
                .body(allOf(containsString("href=\"/desk/staff\""), containsString("How things stand")));
        given().header("Authorization", "Bearer mo-token-of-the-tests-only")
                .get("/desk")
                .then()
                .statusCode(200)
                .body(not(containsString("href=\"/desk/staff\"")));
    }
}

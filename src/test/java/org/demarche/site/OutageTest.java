package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.demarche.FreshSlug;
import org.demarche.StoppablePostgreSql;
import org.junit.jupiter.api.Test;

/** The database goes away and comes back, while people read and sign. */
@QuarkusTest
@TestProfile(OnStoppablePostgreSql.class)
class OutageTest {

    private static final String CAMPAIGN = "/campaigns/save-north-korean-refugees-day";
    private static final String COUNT = "/api/v1" + CAMPAIGN + "/count";

    StoppablePostgreSql.Switch database;

    @Inject
    DataSource connections;

    @Test
    void pagesStayAndTheFormIsKeptUntilTheDatabaseIsBack() {
        for (var path : List.of(
                "/",
                CAMPAIGN,
                CAMPAIGN + "/letter",
                CAMPAIGN + "/ledger",
                "/archive",
                "/embed/save-north-korean-refugees-day")) {
            read(path).then().statusCode(200);
        }
        var soon = aCampaignToCome();
        read(soon).then().statusCode(200).body(containsString("id=\"remind\""));
        database.off();
        try {
            for (var path : List.of("/", CAMPAIGN, CAMPAIGN + "/ledger", "/archive")) {
                read(path)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body(containsString("lang=\"ja\""));
            }
            read(CAMPAIGN).then().body(containsString("name=\"email\"")).time(lessThan(1_000L));
            read("/about").then().statusCode(200);
            nobodysOwnPageIsShownToAnother();
            sign("hanako@example.org")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(containsString("value=\"高橋 花子\""))
                    .body(containsString("value=\"hanako@example.org\""))
                    .body(containsString("今、署名を保存できません"))
                    .body(containsString("role=\"alert\""));
            write().then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(containsString("value=\"高橋 花子\""))
                    .body(containsString("祖母は海を渡って来ました。"))
                    .body(containsString("今、手紙をお預かりできません"))
                    .body(containsString("id=\"c-print\" value=\"PRINT\" checked"))
                    .body(not(containsString("class=\"sheet letter preview")));
            remind(soon, "hanako@example.org")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(containsString("value=\"hanako@example.org\""))
                    .body(containsString("今、メールアドレスをお預かりできません"))
                    .body(containsString("role=\"alert\""));
            read(CAMPAIGN + "/letter").then().statusCode(200).body(not(containsString("祖母は")));
            read(CAMPAIGN).then().statusCode(200).body(not(containsString("hanako")));
            given().get(COUNT).then().statusCode(503).header("Retry-After", notNullValue());
        } finally {
            database.on();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get(COUNT).then().statusCode(200));
        sign("hanako@example.org").then().statusCode(303);
        remind(soon, "hanako@example.org").then().statusCode(303);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> read(CAMPAIGN).then().statusCode(200).header("Cache-Control", not(is("no-store"))));
    }

    @Test
    void nobodyIsGivenAConnectionThatDiedMeanwhile() throws Exception {
        takeAllAtOnce();
        database.off();
        database.on();
        takeAllAtOnce();
    }

    private void takeAllAtOnce() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < 15; i++) {
                taken.add(connections.getConnection());
            }
            for (var connection : taken) {
                try (var statement = connection.createStatement()) {
                    statement.execute("select 1");
                }
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private static String aCampaignToCome() {
        var slug = FreshSlug.of("to-come");
        var opens = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(10));
        given().header("Authorization", "Bearer test-token-of-asker")
                .contentType("application/json")
                .body(Map.of(
                        "slug", slug,
                        "letter", "xi-petition",
                        "title", Map.of("en", "A letter to come"),
                        "summary", Map.of("en", "Asked in good time."),
                        "zone", "UTC",
                        "opensAt", opens.toString(),
                        "closesAt", opens.plus(Duration.ofDays(30)).toString(),
                        "missions", List.of("cn-jp-tokyo")))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201);
        given().header("Authorization", "Bearer test-token-of-asker")
                .post("/api/v1/campaigns/" + slug + "/schedule")
                .then()
                .statusCode(200);
        return "/campaigns/" + slug;
    }

    private static Response remind(String campaign, String email) {
        return form(email).post(campaign + "/remind");
    }

    private static void nobodysOwnPageIsShownToAnother() {
        read("/my/some-token").then().statusCode(503);
        read(CAMPAIGN + "/check-mail").then().statusCode(503);
    }

    private static Response read(String path) {
        return given().header("Accept-Language", "ja").accept("text/html").get(path);
    }

    private static Response write() {
        return form("hanako@example.org")
                .formParam("paragraph", "祖母は海を渡って来ました。")
                .formParam("channel", "PRINT")
                .formParam("disclosure", "FULL")
                .formParam("action", "send")
                .post(CAMPAIGN + "/letter");
    }

    private static Response sign(String email) {
        return form(email).post(CAMPAIGN);
    }

    private static RequestSpecification form(String email) {
        return given().redirects()
                .follow(false)
                .header("Accept-Language", "ja")
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "高橋 花子")
                .formParam("email", email)
                .formParam("country", "JP")
                .formParam("language", "ja");
    }
}

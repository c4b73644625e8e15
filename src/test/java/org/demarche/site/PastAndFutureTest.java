package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.FreshSlug;
import org.junit.jupiter.api.Test;

/** Letters that are not open yet, that are over, or that had another name. */
@QuarkusTest
class PastAndFutureTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void whatIsNotOpenYetSaysWhenAndTakesNothing() {
        var slug = draft(NOW.plus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(40)));
        step(slug, "schedule");
        given().queryParam("lang", "en")
                .get("/campaigns/" + slug)
                .then()
                .statusCode(200)
                .body(containsString("That is in 10 days."))
                .body(containsString("/remind?lang=en\""))
                .body(not(containsString("name=\"name\"")));
        given().get("/embed/" + slug).then().statusCode(200).body(containsString("Read the letter"));
    }

    @Test
    void theSheetOnTheFirstPageHoldsTheRequestAsTheLetterMakesIt() {
        var slug = draft(null, Instant.parse("2040-05-05T00:00:00Z"));
        step(slug, "open");
        var request = "to bring their return to the Democratic People’s Republic of Korea to an end;";
        given().queryParam("lang", "en").get("/campaigns/" + slug).then().body(containsString(request));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().queryParam("lang", "en")
                        .get("/")
                        .then()
                        .statusCode(200)
                        .body(containsString("href=\"/campaigns/" + slug + "\""))
                        .body(containsString("<div class=\"sheet letter peek\" lang=\"en\">"))
                        .body(containsString(request)));
        step(slug, "close");
    }

    @Test
    void aListClosedEarlyKeepsTheDayOfItsGoalAndTellsOfIt() {
        var closes = Instant.parse("2040-05-05T00:00:00Z");
        var slug = draft(null, closes);
        step(slug, "open");
        step(slug, "close");
        given().queryParam("lang", "en")
                .get("/campaigns/" + slug)
                .then()
                .statusCode(200)
                .body(containsString("Goal: 500 by 5\u00A0May\u00A02040."))
                .body(containsString("The list was closed."))
                .body(not(containsString("<form")));
        given().queryParam("lang", "ja")
                .get("/archive")
                .then()
                .statusCode(200)
                .body(containsString("/campaigns/" + slug))
                .body(containsString("締め切り"));
        step(slug, "archive");
        given().get("/campaigns/" + slug).then().statusCode(200).body(not(containsString("<form")));
    }

    @Test
    void linksToAFormerNameLeadToTheNewOne() {
        var slug = draft(NOW.plus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(40)));
        step(slug, "schedule");
        var name = slug + "-renamed";
        staff().body(Map.of("slug", name))
                .patch("/api/v1/campaigns/" + slug)
                .then()
                .statusCode(200);
        var moved = given().redirects().follow(false);
        moved.get("/campaigns/" + slug + "?lang=ko")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/campaigns/" + name + "?lang=ko"));
        given().redirects()
                .follow(false)
                .get("/api/v1/campaigns/" + slug + "/count")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/api/v1/campaigns/" + name + "/count"));
        given().get("/embed/" + slug).then().statusCode(200);
        staff().body(body(slug, null, NOW.plus(Duration.ofDays(40))))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(409);
    }

    @Test
    void whatWasOnceOpenKeepsItsName() {
        var slug = draft(null, NOW.plus(Duration.ofDays(40)));
        step(slug, "open");
        staff().body(Map.of("slug", slug + "-renamed"))
                .patch("/api/v1/campaigns/" + slug)
                .then()
                .statusCode(409);
        given().get("/campaigns/" + slug).then().statusCode(200);
    }

    @Test
    void anEmptyCheckSaysThatThereWasNothingToCheck() {
        given().queryParam("lang", "en")
                .queryParam("digest", " ")
                .get("/verify")
                .then()
                .body(containsString("nothing to check"));
        given().queryParam("lang", "en")
                .multiPart("file", "empty.pdf", new byte[0], "application/pdf")
                .post("/verify")
                .then()
                .body(containsString("nothing to check"));
        given().queryParam("lang", "en").get("/verify").then().body(not(containsString("nothing to check")));
    }

    @Test
    void whileNoMailLeavesTheMachineThePageLeadsToTheMailbox() {
        var path = "/campaigns/save-north-korean-refugees-day/check-mail";
        given().get(path).then().body(containsString("href=\"/desk/mailbox\""));
        given().header("X-Forwarded-For", "203.0.113.9").get(path).then().body(not(containsString("/desk/mailbox")));
    }

    @Test
    void whoReadsArabicIsServedInEnglish() {
        given().header("Accept-Language", "ar-EG,ar;q=0.9")
                .get("/")
                .then()
                .header("Content-Language", "en")
                .body(containsString("<html lang=\"en\">"));
        given().queryParam("lang", "xx")
                .get("/campaigns/save-north-korean-refugees-day")
                .then()
                .statusCode(200);
    }

    /** REST Assured keeps no cookie from one request to the next. */
    @Test
    void whoKeepsNoCookiesStaysInTheLanguageTheyChose() {
        var page = "/campaigns/save-north-korean-refugees-day?lang=ko";
        var german = given().header("Accept-Language", "de").redirects().follow(false);
        german.get(page).then().body(containsString("action=\"" + page + "\""));
        form("").post(page).then().statusCode(400).body(containsString("<html lang=\"ko\">"));
        var next = form("no-cookies-" + UUID.randomUUID() + "@example.org").post(page);
        next.then().statusCode(303);
        given().header("Accept-Language", "de")
                .get(next.header("Location"))
                .then()
                .body(containsString("<html lang=\"ko\">"));
    }

    private static RequestSpecification form(String email) {
        return given().redirects()
                .follow(false)
                .header("Accept-Language", "de")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("name", "한 사람")
                .formParam("email", email)
                .formParam("country", "JP")
                .formParam("language", "ko");
    }

    private static String draft(Instant opens, Instant closes) {
        var slug = FreshSlug.of("time");
        staff().body(body(slug, opens, closes)).post("/api/v1/campaigns").then().statusCode(201);
        return slug;
    }

    private static Map<String, Object> body(String slug, Instant opens, Instant closes) {
        var body = new java.util.HashMap<String, Object>(Map.of(
                "slug",
                slug,
                "letter",
                "xi-petition",
                "title",
                Map.of("en", "A letter of its time"),
                "summary",
                Map.of("en", "Asked in good time."),
                "goal",
                500,
                "zone",
                "UTC",
                "closesAt",
                closes.toString(),
                "missions",
                List.of("cn-jp-tokyo")));
        if (opens != null) {
            body.put("opensAt", opens.toString());
        }
        return body;
    }

    private static void step(String slug, String verb) {
        staff().post("/api/v1/campaigns/" + slug + "/" + verb).then().statusCode(200);
    }

    private static RequestSpecification staff() {
        return given().auth().oauth2("test-token-of-asker").contentType(ContentType.JSON);
    }
}

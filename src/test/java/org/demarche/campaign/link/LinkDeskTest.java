package org.demarche.campaign.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinkDeskTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String DESK = "/desk/links/" + SLUG;

    private static RequestSpecification admin() {
        return given().redirects().follow(false).auth().oauth2("test-token-of-asker");
    }

    private static RequestSpecification anybody() {
        return given().redirects().follow(false);
    }

    @Test
    void aShortLinkLeadsToTheLetterAndSaysWhereOneCameFrom() {
        var code = "p-" + UUID.randomUUID().toString().substring(0, 8);
        admin().formParams("source", "poster-shinjuku", "code", code)
                .post(DESK)
                .then()
                .statusCode(303);
        anybody()
                .get("/go/" + code.toUpperCase())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/campaigns/" + SLUG + "?source=poster-shinjuku"));
        admin().get(DESK).then().body(containsString("/go/" + code));
        admin().get(DESK + "/" + code + "/qr.svg").then().statusCode(200).body(containsString("<svg"));
        admin().post(DESK + "/" + code + "/remove").then().statusCode(303);
        anybody().get("/go/" + code).then().statusCode(404);
    }

    @Test
    void aWordIsChosenWhereNobodyChoosesOne() {
        admin().formParam("source", "newsletter-5").post(DESK).then().statusCode(303);
        var found = Pattern.compile("/go/([abcdefghjkmnpqrstuvwxyz2-9]{6})</a>")
                .matcher(admin().get(DESK).asString());
        assertThat(found.find()).isTrue();
        anybody().get("/go/" + found.group(1)).then().statusCode(303);
        admin().post(DESK + "/" + found.group(1) + "/remove").then().statusCode(303);
    }

    @Test
    void aWordIsTakenOnceAndASourceHasNoBlanks() {
        var code = "t-" + UUID.randomUUID().toString().substring(0, 8);
        admin().formParams("source", "one", "code", code).post(DESK).then().statusCode(303);
        admin().formParams("source", "two", "code", code)
                .post(DESK)
                .then()
                .statusCode(400)
                .body(containsString("taken by another link"));
        admin().formParams("source", "a b", "code", "")
                .post(DESK)
                .then()
                .statusCode(400)
                .body(containsString("without blanks"));
        admin().post(DESK + "/" + code + "/remove").then().statusCode(303);
    }
}

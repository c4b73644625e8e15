package org.demarche.signing.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.demarche.FreshSlug;
import org.demarche.OnOwnH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what the page and the call say to it. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class SigningPageTest {

    private static final String PAGE = "/campaigns/save-north-korean-refugees-day";
    private static final String CALL = "/api/v1" + PAGE + "/signatures";

    private static ValidatableResponse call(Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post(CALL).then();
    }

    @ParameterizedTest
    @CsvSource({"en, Write your e-mail address", "ja, メールアドレス", "ko, 이메일", "zh-Hans, 邮箱"})
    void aMistakeIsNamedInTheReadersLanguageAndNothingTypedIsLost(String language, String words) {
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .queryParam("lang", language)
                .formParams("name", "山田 <b>太郎</b>", "email", "", "country", "JP", "comment", "{#if x} & \"quotes\"")
                .post(PAGE)
                .then()
                .statusCode(400)
                .body(containsString("山田 &lt;b&gt;太郎&lt;/b&gt;"))
                .body(containsString("{#if x} &amp; &quot;quotes&quot;"))
                .body(containsString(words))
                .body(containsString("role=\"alert\""));
    }

    @Test
    void everyProblemOfACallNamesItsField() {
        call(Map.of(
                        "name", "a".repeat(201),
                        "email", "not an address",
                        "country", "XX",
                        "disclosure", "EVERYTHING",
                        "comment", "x".repeat(501)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems("name", "email", "country", "disclosure", "comment"));
    }

    @Test
    void controlCharactersAreRefused() {
        call(Map.of("name", "Ana\u0007", "email", "ana@example.org", "country", "JP"))
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void aRegionOfAnotherCountryIsRefused() {
        call(Map.of("name", "Ana", "email", "ana@example.org", "country", "KR", "region", "JP-13"))
                .statusCode(400)
                .body("violations[0].field", equalTo("region"));
    }

    @Test
    void anUnknownCampaignOrLinkIsAFriendlyPage() {
        given().queryParam("lang", "ja")
                .get("/campaigns/nothing-here")
                .then()
                .statusCode(404)
                .body(containsString("lang=\"ja\""));
        given().get("/confirm/unknown").then().statusCode(404).contentType(ContentType.HTML);
        given().get("/my/unknown").then().statusCode(404).contentType(ContentType.HTML);
        given().post("/api/v1/confirmations/unknown").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aClosedCampaignSaysWhenItClosed() {
        var page = aClosedCampaign();
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Ana", "email", "ana@example.org", "country", "JP"))
                .post("/api/v1" + page + "/signatures")
                .then()
                .statusCode(409)
                .body("detail", containsString("Signing closed at 20"));
        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString("The list was closed on"))
                .body(not(containsString("<form")));
        given().formParams("name", "Ana", "email", "ana@example.org", "country", "JP")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("can no longer be signed"));
    }

    /** One of its own: other tests sign the first one. */
    private static String aClosedCampaign() {
        var slug = FreshSlug.of("closed-letter");
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("slug", slug))
                .post("/api/v1" + PAGE + "/clone")
                .then()
                .statusCode(201);
        for (var verb : List.of("open", "close")) {
            given().auth()
                    .oauth2("test-token-of-asker")
                    .post("/api/v1/campaigns/" + slug + "/" + verb)
                    .then()
                    .statusCode(200);
        }
        return "/campaigns/" + slug;
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "ZZ", "UK", "EU", "AN", "JPN", "jp", "J", "392", "日本", "--"})
    void aCountryCodeThatIsAssignedToNobodyIsRefused(String country) {
        problems(Map.of("name", "Hana Mori", "email", "hana@example.org", "country", country), "country");
    }

    @ParameterizedTest
    @CsvSource({
        "JP, JP-00",
        "JP, JP-48",
        "JP, JP-1",
        "JP, JP-013",
        "JP, jp-13",
        "JP, 13",
        "JP, KR-11",
        "US, US-ZZ",
        "KR, KR-99"
    })
    void aRegionCodeThatIsAssignedToNobodyIsRefused(String country, String region) {
        problems(
                Map.of("name", "Hana Mori", "email", "hana@example.org", "country", country, "region", region),
                "region");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hana;has one @",
                "ha na@example.org;a space",
                "hana..m@example.org;before the @",
                "hana@example;after the @",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org;too long"
            })
    void aMailboxIsRefusedWithTheReason(String email, String reason) {
        assertThat(problems(Map.of("name", "Hana Mori", "email", email, "country", "JP"), "email"))
                .contains(reason);
    }

    /** What is said; of this one field and no other. */
    private static String problems(Map<String, String> form, String field) {
        var answer = given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(form)
                .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                .then()
                .statusCode(400)
                .extract();
        assertThat(answer.<java.util.List<String>>path("violations.field")).containsExactly(field);
        return answer.path("violations[0].message");
    }
}

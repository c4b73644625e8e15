package org.demarche.campaign.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.common.Language;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LaunchPageTest {

    private static final String FIRST = "save-north-korean-refugees-day";

    private static RequestSpecification asker() {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .auth()
                .oauth2("test-token-of-asker");
    }

    private static String fresh() {
        return "launch-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static RequestSpecification form(String slug) {
        return asker().formParam("slug", slug)
                .formParam("title.en", "Let them travel on")
                .formParam("summary.en", "A letter to seven missions.")
                .formParam("title.ja", "旅を続けさせてください")
                .formParam("language", "ja")
                .formParam("letter", "xi-petition")
                .formParam("mode", "BOTH")
                .formParam("goal", "3,000")
                .formParam("zone", "Europe/Berlin")
                .formParam("opensAt", "2035-08-01T09:00")
                .formParam("closesAt", "2035-09-20T23:59")
                .formParam("occasionOn", "2035-09-24")
                .formParam("mission", "cn-jp-tokyo", "cn-jp-osaka");
    }

    private static Campaign stored(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.named(slug);
            campaign.missions.size();
            campaign.texts.size();
            return campaign;
        });
    }

    @Test
    void aCampaignIsMadeInOneGo() {
        var slug = fresh();
        form(slug)
                .post("/desk/launch")
                .then()
                .statusCode(303)
                .header("Location", containsString("/desk/campaigns/" + slug));
        var campaign = stored(slug);
        assertThat(campaign.state).isEqualTo(CampaignState.DRAFT);
        assertThat(campaign.goal).isEqualTo(3000);
        assertThat(campaign.defaultLanguage).isEqualTo(Language.JA);
        assertThat(campaign.opensAt).isEqualTo(Instant.parse("2035-08-01T07:00:00Z"));
        assertThat(campaign.missions).containsExactly("cn-jp-tokyo", "cn-jp-osaka");
        given().get("/campaigns/" + slug).then().statusCode(404);
        asker().get("/desk/campaigns/" + slug)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Nothing in Korean, Chinese yet"),
                        containsString("Opens 1\u00A0August\u00A02035, 09:00"),
                        containsString("Schedule the opening")));
    }

    @Test
    void staffSeeItAsThePublicWill() {
        var slug = fresh();
        change(slug, 0).post("/desk/launch").then().statusCode(303);
        asker().get("/desk/campaigns/" + slug + "/preview?lang=ja")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("lang=\"ja\""),
                        containsString("Nothing can be sent from here"),
                        containsString("href=\"/desk/campaigns/" + slug + "/preview?lang=ko\"")));
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() {
        form("Not A Slug")
                .formParam("summary.ko", "제목 없는 요약")
                .post("/desk/launch")
                .then()
                .statusCode(400)
                .body(allOf(
                        containsString("Nothing is stored yet"),
                        containsString("Give a title in this language, too."),
                        containsString("value=\"Let them travel on\""),
                        containsString("제목 없는 요약"),
                        containsString("id=\"m-cn-jp-osaka\" checked"),
                        containsString("class=\"desk\"")));
    }

    @Test
    void anAddressIsGivenOnce() {
        form(FIRST)
                .post("/desk/launch")
                .then()
                .statusCode(400)
                .body(containsString("Address: There is already a campaign with this name."));
    }

    @Test
    void lastYearsCampaignComesAgainWithItsDatesMoved() {
        var slug = fresh() + "-2035";
        form(slug).post("/desk/launch").then().statusCode(303);
        asker().get("/desk/launch?after=" + slug)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("value=\"" + slug.replace("2035", "2036") + "\""),
                        containsString("value=\"2036-08-01T09:00\""),
                        containsString("value=\"2036-09-20T23:59\""),
                        containsString("value=\"2036-09-24\""),
                        containsString("id=\"m-cn-jp-osaka\" checked"),
                        containsString("Let them travel on")));
    }

    @Test
    void aChangeTakesAwayWhatIsEmptyAndKeepsTheRest() {
        var slug = fresh();
        form(slug).post("/desk/launch").then().statusCode(303);
        asker().get("/desk/campaigns/" + slug + "/change")
                .then()
                .statusCode(200)
                .body(containsString("name=\"revision\" value=\"0\""));
        change(slug, 0).post("/desk/campaigns/" + slug + "/change").then().statusCode(303);
        var campaign = stored(slug);
        assertThat(campaign.texts).containsOnlyKeys(Language.EN);
        assertThat(campaign.defaultLanguage).isEqualTo(Language.EN);
        assertThat(campaign.opensAt).isNull();
        assertThat(campaign.missions).containsExactly("cn-jp-tokyo");
    }

    private static RequestSpecification change(String slug, int revision) {
        return asker().formParam("slug", slug)
                .formParam("revision", revision)
                .formParam("title.en", "Changed")
                .formParam("letter", "xi-petition")
                .formParam("mode", "PETITION")
                .formParam("goal", "10")
                .formParam("zone", "Asia/Tokyo")
                .formParam("mission", "cn-jp-tokyo");
    }

    @Test
    void twoWhoChangeItAtOnceSeeEachOther() {
        var slug = fresh();
        form(slug).post("/desk/launch").then().statusCode(303);
        change(slug, 0).post("/desk/campaigns/" + slug + "/change").then().statusCode(303);
        asker().formParam("revision", 0)
                .formParam("title.en", "Mine")
                .formParam("zone", "Asia/Tokyo")
                .formParam("mission", "cn-jp-tokyo")
                .post("/desk/campaigns/" + slug + "/change")
                .then()
                .statusCode(409)
                .body(allOf(
                        containsString("Somebody changed this campaign"),
                        containsString("“Changed”"),
                        containsString("value=\"Mine\""),
                        containsString("name=\"revision\" value=\"1\"")));
        assertThat(stored(slug).text(Language.EN).title()).isEqualTo("Changed");
    }

    @Test
    void aStepThatIsNotPossibleIsExplainedOnThePage() {
        var slug = fresh();
        change(slug, 0).post("/desk/launch").then().statusCode(303);
        asker().post("/desk/campaigns/" + slug + "/schedule")
                .then()
                .statusCode(409)
                .body(allOf(
                        containsString("This step was not taken"),
                        containsString("opening time that is still to come"),
                        containsString("class=\"desk\"")));
    }

    @Test
    void whoOnlyModeratesSeesNoButtons() {
        given().auth()
                .oauth2("mo-token-of-the-tests-only")
                .get("/desk/campaigns/" + FIRST)
                .then()
                .statusCode(200)
                .body(not(containsString("/close\"")));
        given().auth()
                .oauth2("mo-token-of-the-tests-only")
                .get("/desk/launch")
                .then()
                .statusCode(equalTo(403));
    }
}

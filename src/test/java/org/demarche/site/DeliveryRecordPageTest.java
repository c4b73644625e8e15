package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.handover.Handover;
import org.demarche.campaign.Campaign;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryRecordPageTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    @Test
    void thePublicRecordNamesNobodyWhoCarriedTheSheets() {
        QuarkusTransaction.requiringNew().call(DeliveryRecordPageTest::handOver);
        given().get("/campaigns/" + CAMPAIGN + "/deliveries")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Consulate-General"),
                        not(containsString("Courier Kobayashi")),
                        not(containsString("side door")),
                        not(containsString("by taxi"))));
    }

    @Test
    void aReplyStandsOnThePublicRecordOnlyWhileItIsPublished() {
        var handover = QuarkusTransaction.requiringNew().call(DeliveryRecordPageTest::handOver);
        var reply = "收到了贵会的请愿书。";
        reply(handover, reply, false);
        given().get("/campaigns/" + CAMPAIGN + "/deliveries").then().body(not(containsString(reply)));
        reply(handover, reply, true);
        given().get("/campaigns/" + CAMPAIGN + "/deliveries?lang=ko")
                .then()
                .statusCode(200)
                .body(containsString("<blockquote class=\"reply\" lang=\"zh-Hans\">" + reply))
                .body(containsString("받은 답변"));
        reply(handover, reply, false);
        given().get("/campaigns/" + CAMPAIGN + "/deliveries").then().body(not(containsString(reply)));
    }

    private static void reply(Handover handover, String reply, boolean publish) {
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("reply", reply, "language", "zh-Hans", "publish", publish))
                .put("/api/v1/campaigns/" + CAMPAIGN + "/bundles/" + handover.bundle.id + "/handovers/" + handover.id
                        + "/reply")
                .then()
                .statusCode(200)
                .body("language", equalTo("zh-Hans"));
    }

    @Test
    void aReplyWithoutWordsOrLanguageIsNotPublished() {
        var handover = QuarkusTransaction.requiringNew().call(DeliveryRecordPageTest::handOver);
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("reply", " ", "language", "fr", "publish", true))
                .put("/api/v1/campaigns/" + CAMPAIGN + "/bundles/" + handover.bundle.id + "/handovers/" + handover.id
                        + "/reply")
                .then()
                .statusCode(400)
                .body(containsString("there is nothing to publish"));
    }

    private static Handover handOver() {
        var bundle = new Bundle();
        bundle.id = UUID.randomUUID();
        bundle.campaign = Campaign.named(CAMPAIGN);
        bundle.missionCode = "cn-jp-fukuoka";
        bundle.content = BundleContent.SHEETS;
        bundle.state = BundleState.DONE;
        bundle.approval = Approval.asked("kim", Instant.now());
        bundle.persist();
        var handover = new Handover();
        handover.id = UUID.randomUUID();
        handover.bundle = bundle;
        handover.at = Instant.now();
        handover.place = "side door";
        handover.by = "Courier Kobayashi";
        handover.channel = "by taxi";
        handover.outcome = Handover.Outcome.ACCEPTED;
        handover.note = "Courier Kobayashi waited at the side door.";
        handover.recordedBy = "kim";
        handover.recordedAt = Instant.now();
        handover.persist();
        return handover;
    }
}

package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.Handover;
import org.demarche.campaign.Campaign;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryRecordPageTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    @Test
    void thePublicRecordNamesNobodyWhoCarriedTheSheets() {
        QuarkusTransaction.requiringNew().run(DeliveryRecordPageTest::handOver);
        given().get("/campaigns/" + CAMPAIGN + "/deliveries")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Consulate-General"),
                        not(containsString("Courier Kobayashi")),
                        not(containsString("side door")),
                        not(containsString("by taxi"))));
    }

    private static void handOver() {
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
    }
}

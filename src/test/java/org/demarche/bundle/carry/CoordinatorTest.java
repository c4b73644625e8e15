package org.demarche.bundle.carry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.bundle.PrintedCampaign;
import org.demarche.staff.Colleague;
import org.demarche.staff.passkey.PasskeyCalls;
import org.junit.jupiter.api.Test;

/** A coordinator takes what they carry to their mission, and nothing else. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class CoordinatorTest {

    private static final String PASSPHRASE = "four words for couriers";

    @Test
    void theBundleOfTheirOwnMissionIsTheirsToTakeAndNoOther() throws Exception {
        var campaign = PrintedCampaign.open("bundles-carried", "Keiko Abe,JP,FULL\n");
        var id = campaign.print(Map.of());
        var theirs = goesTo(PrintedCampaign.MISSION);
        theirs.at().get("/desk/my-mission").then().statusCode(200).body(containsString(id.toString()));
        theirs.at()
                .get("/desk/my-mission/" + id + "/labels")
                .then()
                .statusCode(200)
                .contentType("application/pdf");
        var zip = theirs.at()
                .formParam("passphrase", PASSPHRASE)
                .post("/desk/my-mission/" + id + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(BundleArchiveTest.entries(zip, PASSPHRASE).get("volume-01.pdf"))
                .isEqualTo(campaign.volume(id, 1));
        theirs.at()
                .formParam("passphrase", "short")
                .post("/desk/my-mission/" + id + "/archive")
                .then()
                .statusCode(400);

        var others = goesTo("cn-jp-osaka");
        others.at().get("/desk/my-mission").then().statusCode(200).body(not(containsString(id.toString())));
        refused(others, id);
        refused(arrives(), id);
    }

    private static void refused(Colleague coordinator, UUID id) {
        coordinator.at().post("/desk/my-mission/" + id + "/archive").then().statusCode(404);
        coordinator.at().get("/desk/my-mission/" + id + "/labels").then().statusCode(404);
        coordinator.at().get("/desk/my-mission/" + id + "/volumes/1").then().statusCode(404);
    }

    /** With a passkey: a password alone fetches nothing. */
    private static Colleague arrives() {
        var coordinator = Colleague.arrives("coordinator");
        PasskeyCalls.takenIntoUse(coordinator);
        return coordinator;
    }

    private static Colleague goesTo(String mission) {
        var coordinator = arrives();
        PrintedCampaign.asker()
                .redirects()
                .follow(false)
                .formParam("mission", mission)
                .post("/desk/staff/" + coordinator.id() + "/mission")
                .then()
                .statusCode(303);
        return coordinator;
    }
}

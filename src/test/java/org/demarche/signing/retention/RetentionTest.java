package org.demarche.signing.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.demarche.FreshSlug;
import org.demarche.OnOwnH2;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.Tally;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.privacy.Locked;
import org.demarche.privacy.Vault;
import org.demarche.signing.Counting;
import org.demarche.signing.MyToken;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a campaign's personal data: what it takes, what goes, and what remains. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class RetentionTest {

    @Inject
    Counting counting;

    @Inject
    Ledger ledger;

    @Inject
    Tally tally;

    @Inject
    Vault vault;

    @Inject
    MyToken myToken;

    @Inject
    RetentionRun run;

    @Inject
    EntityManager em;

    @Inject
    Instance<HoldsPersonalData> holders;

    private final String slug = FreshSlug.of("ended");
    private final String retention = "/api/v1/campaigns/" + slug + "/retention";

    private static RequestSpecification asker() {
        return given().auth().oauth2("test-token-of-asker").contentType(ContentType.JSON);
    }

    private static RequestSpecification approver() {
        return given().auth().oauth2("test-token-of-approver");
    }

    @BeforeEach
    void aCampaignWithThreeSigners() {
        asker().body(Map.of("slug", slug))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/clone")
                .then()
                .statusCode(201);
        asker().post("/api/v1/campaigns/" + slug + "/open").then().statusCode(200);
        var csv = "name,email,country,city,comment,disclosure\n"
                + "Hana Mori,hana-%1$s@example.org,JP,Sendai,Let them go.,FULL\n".formatted(slug)
                + "Ana Silva,ana-%1$s@example.org,BR,,,COUNTRY\n".formatted(slug)
                + "Ken Abe,ken-%1$s@example.org,JP,,,COUNTED\n".formatted(slug);
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/v1/campaigns/" + slug + "/signatures/import")
                .then()
                .statusCode(200)
                .body("added", equalTo(3));
        counting.count();
    }

    private void close() {
        asker().post("/api/v1/campaigns/" + slug + "/close").then().statusCode(200);
    }

    private void days(int days) {
        asker().body(Map.of("days", days)).put(retention).then().statusCode(200);
    }

    private ValidatableResponse ask() {
        return asker().post(retention + "/ask").then();
    }

    private List<Signature> signatures() {
        return QuarkusTransaction.joiningExisting().call(() -> Signature.<Signature>list("campaign.slug", slug));
    }

    private Campaign campaign() {
        return QuarkusTransaction.joiningExisting().call(() -> Campaign.named(slug));
    }

    @Test
    void nothingIsErasedBeforeItsTimeNorByOnePersonAlone() {
        ask().statusCode(409);
        close();
        ask().statusCode(409);
        days(0);
        approver().post(retention + "/approve").then().statusCode(409);
        ask().statusCode(200).body("persons", equalTo(3)).body("doneAt", equalTo(null));
        asker().post(retention + "/approve").then().statusCode(403);
        asker().body(Map.of("days", 366)).put(retention).then().statusCode(400);
        assertThat(signatures()).allMatch(s -> s.sealedPerson != null);
        days(30);
        approver().post(retention + "/approve").then().statusCode(409);
    }

    @Test
    void whenTheDayComesTheCalendarAsksAndOnePersonApproves() {
        close();
        days(0);
        run.askForWhatIsDue();
        asker().get(retention).then().body("askedBy", equalTo("system")).body("overdue", equalTo(true));
        asker().post(retention + "/approve").then().statusCode(200);
    }

    @Test
    void whatIsErasedIsGoneForGoodAndTheNumbersStay() {
        var before = signatures();
        var sealedOnce = before.getFirst().sealedPerson;
        var id = before.getFirst().id;
        var link = "/my/" + myToken.of(id).value();
        var receipt = given().get("/api/v1" + link + "/receipt").asString();
        var head = ledger.head(campaign());
        var wrapped = QuarkusTransaction.requiringNew().call(() -> (byte[]) key().getSingleResult());
        assertThat(vault.openText(sealedOnce, "signature:" + id)).contains("@example.org");

        close();
        days(0);
        ask().statusCode(200);
        approver().post(retention + "/approve").then().statusCode(200);
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> asker().get(retention).jsonPath().getString("doneAt") != null);

        asker().get(retention)
                .then()
                .body("persons", equalTo(0))
                .body("signatures", equalTo(3))
                .body("leaves", equalTo(3))
                .body("erased", equalTo(3))
                .body("keyAlive", equalTo(false));
        assertThat(signatures())
                .hasSize(3)
                .allMatch(s -> s.sealedPerson == null && s.personIndex == null && s.mailboxIndex == null)
                .allMatch(s -> s.status == SignatureStatus.CONFIRMED && s.source == null);
        assertThat(kept(id)).doesNotContain("@example.org");
        counting.count();
        assertThat(tally.count(campaign().id).signatures()).isEqualTo(3);
        assertThat(ledger.head(campaign()).root()).isEqualTo(head.root());
        given().get(link).then().statusCode(404);
        // A receipt that its signer kept goes on proving what it proved.
        assertThat(given().queryParam("lang", "en")
                        .formParam("receipt", receipt)
                        .post("/verify/receipt")
                        .asString())
                .contains("Yes, this signature stands in the ledger");

        assertThatThrownBy(() -> vault.open(sealedOnce, "signature:" + id)).isInstanceOf(Locked.class);
        // Somebody brings the database back from a backup: the key file is gone, and with it the way in.
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery("update vault_scope set private_keyset = ?1 where name = ?2")
                        .setParameter(1, wrapped)
                        .setParameter(2, "campaign:" + slug)
                        .executeUpdate());
        assertThatThrownBy(() -> vault.open(sealedOnce, "signature:" + id)).isInstanceOf(Locked.class);
    }

    private jakarta.persistence.Query key() {
        return em.createNativeQuery("select private_keyset from vault_scope where name = ?1", byte[].class)
                .setParameter(1, "campaign:" + slug);
    }

    private String kept(UUID id) {
        return holders.stream().map(holder -> holder.export(id).toString()).collect(Collectors.joining());
    }

    @Test
    void theDeskTellsWhatWouldGoAndWhatWouldStay() {
        close();
        days(0);
        ask();
        var page = approver().get("/desk/retention").asString();
        assertThat(page).contains("words of 3 signatures", "3 entries of the ledger", "overdue", "Erase for good");
    }
}

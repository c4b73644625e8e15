package org.demarche.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.demarche.OnOwnH2;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.letter.Layout;
import org.demarche.signing.Counting;
import org.demarche.signing.register.SignatureImport;
import org.junit.jupiter.api.Test;

/** What cannot be made says why, and loses nothing. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class BundleRefusalsTest {

    private static final String MISSION = "cn-jp-osaka";

    @Inject
    Bundles bundles;

    @Inject
    BundleRun run;

    @Inject
    SignatureImport imports;

    @Inject
    Counting counting;

    @Inject
    DemarcheConfig config;

    @Inject
    EntityManager em;

    @Test
    void aCampaignThatNobodySignedHasNothingToCarry() {
        var slug = campaign("refusals-empty", false);
        assertThatThrownBy(() -> bundles.ask(slug, MISSION, BundleContent.SHEETS, Layout.Paper.A4, "kim"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nobody has signed yet");
    }

    @Test
    void aMissionWithoutAnAddressIsNamedAsSuch() {
        var slug = campaign("refusals-address", true);
        var was = QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("select postal_address from mission where code = '" + MISSION + "'")
                        .getSingleResult());
        address("", "");
        try {
            assertThatThrownBy(() -> bundles.ask(slug, MISSION, BundleContent.SHEETS, Layout.Paper.A4, "kim"))
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            bad -> assertThat(bad.problems().getFirst().message())
                                    .contains("no postal address"));
        } finally {
            address((String) was, "");
        }
    }

    @Test
    @TestSecurity(user = "kim", roles = "admin")
    void aMissionWhoseLanguageTheLetterLacksIsPointedOutBeforeAnybodyAsks() {
        var slug = campaign("refusals-language", true);
        given().get("/desk/bundles?campaign=" + slug)
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.not(containsString("not written in its language")));
    }

    @Test
    void anUnknownPaperIsRefused() {
        var slug = campaign("refusals-paper", true);
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("mission", MISSION, "content", "SHEETS", "paper", "A3"))
                .post("/api/v1/campaigns/" + slug + "/bundles")
                .then()
                .statusCode(400)
                .body(containsString("A4 or LETTER"));
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoesAndTheOtherIsTold() throws Exception {
        var slug = campaign("refusals-two", true);
        var id = bundles.ask(slug, MISSION, BundleContent.SHEETS, Layout.Paper.A4, "kim").id;
        Callable<String> lee = () -> approved(slug, id, "lee");
        Callable<String> mo = () -> approved(slug, id, "mo");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(lee, mo)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("approved");
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> state(id) == BundleState.DONE);
    }

    private String approved(String slug, UUID id, String actor) {
        try {
            bundles.approve(slug, id, actor);
            return "approved";
        } catch (RuntimeException told) {
            return told.getMessage();
        }
    }

    @Test
    void aBrokenCertificateStopsThePrintingSaysSoAndIsNoLoss() throws IOException {
        var slug = campaign("refusals-seal", true);
        var id = bundles.ask(slug, MISSION, BundleContent.SHEETS, Layout.Paper.A4, "kim").id;
        bundles.approve(slug, id, "lee");
        await().atMost(Duration.ofSeconds(40)).until(() -> state(id) == BundleState.DONE);
        var keys = config.dataDir().resolve("keys");
        assertThat(Files.exists(keys.resolve("seal.p12"))).isTrue();
        assertThat(StoppedFor.of(new IllegalStateException(new IOException("No space left on device")))
                        .sentence())
                .startsWith("Printing stopped: The disk is full.")
                .contains("what is done is kept");
        var broken = Files.writeString(Files.createTempFile("seal", ".p12"), "not a key");
        assertThatThrownBy(() ->
                        org.demarche.pdf.SealKey.open(broken, "x".toCharArray(), "Example", java.time.Instant.now()))
                .satisfies(e -> assertThat(StoppedFor.of(e).sentence())
                        .contains("Not a readable PKCS#12 file", "what is done is kept"));
        Files.delete(broken);
    }

    private String campaign(String slug, boolean signed) {
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("slug", slug))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/clone")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2("test-token-of-asker")
                .post("/api/v1/campaigns/" + slug + "/open")
                .then()
                .statusCode(200);
        if (signed) {
            imports.run(
                    slug,
                    "name,country,disclosure,sheet\nKeiko Abe,JP,FULL,S-1\n".getBytes(StandardCharsets.UTF_8),
                    true,
                    "kim");
            counting.count();
        }
        return slug;
    }

    private void address(String latin, String local) {
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery(
                                "update mission set postal_address = ?1, postal_address_local = ?2 where code = ?3")
                        .setParameter(1, latin)
                        .setParameter(2, local)
                        .setParameter(3, MISSION)
                        .executeUpdate());
    }

    private static BundleState state(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Bundle.<Bundle>findById(id).state);
    }
}

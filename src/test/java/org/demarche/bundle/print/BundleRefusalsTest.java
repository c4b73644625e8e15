package org.demarche.bundle.print;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.demarche.FreshSlug;
import org.demarche.OnOwnH2;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.Bundles;
import org.demarche.bundle.Wanted;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.letter.Layout;
import org.demarche.signing.Counting;
import org.demarche.signing.LineOrder;
import org.demarche.signing.register.SignatureImport;
import org.junit.jupiter.api.Test;

/** What cannot be made says why, and loses nothing. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class BundleRefusalsTest {

    private static final String MISSION = "cn-jp-osaka";
    private static final Wanted SHEETS = Wanted.of(BundleContent.SHEETS, Layout.Paper.A4);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    @Inject
    Bundles bundles;

    @Inject
    SignatureImport imports;

    @Inject
    Counting counting;

    @Inject
    EntityManager em;

    @Test
    void aCampaignThatNobodySignedHasNothingToCarry() {
        var slug = campaign(FreshSlug.of("refusals-empty"), false);
        assertThatThrownBy(() -> bundles.ask(slug, MISSION, SHEETS, "kim"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nobody has signed yet");
    }

    @Test
    void aMissionWithoutAnAddressIsNamedAsSuch() {
        var slug = campaign(FreshSlug.of("refusals-address"), true);
        var was = QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("select postal_address from mission where code = '" + MISSION + "'")
                        .getSingleResult());
        address("", "");
        try {
            assertThatThrownBy(() -> bundles.ask(slug, MISSION, SHEETS, "kim"))
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
    void aLetterWithoutTheMissionsLanguageIsPointedOutAndNotAskedForInIt() {
        var slug = FreshSlug.of("refusals-language");
        given().contentType("text/markdown; charset=UTF-8")
                .body("---\ntitle: \"t\"\nsubject: \"s\"\n---\nDear {addressee.name ?: 'friend'},\n")
                .put("/api/v1/letters/only-english/en")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "slug",
                        slug,
                        "letter",
                        "only-english",
                        "title",
                        Map.of("en", "In English"),
                        "summary",
                        Map.of("en", "In English only."),
                        "zone",
                        "Asia/Tokyo",
                        "opensAt",
                        "2026-01-01T00:00:00Z",
                        "closesAt",
                        "2036-01-01T00:00:00Z",
                        "missions",
                        List.of(MISSION)))
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201);
        given().post("/api/v1/campaigns/" + slug + "/open").then().statusCode(200);
        sign(slug);
        given().get("/desk/bundles?campaign=" + slug)
                .then()
                .statusCode(200)
                .body(containsString("The letter is not written in its language; it goes in English."));
        var inChinese = new Wanted(BundleContent.SHEETS, Layout.Paper.A4, LineOrder.MIXED, Language.ZH_HANS);
        assertThatThrownBy(() -> bundles.ask(slug, MISSION, inChinese, "kim"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().message())
                                .isEqualTo("the letter is not written in 简体中文"));
        assertThat(bundles.ask(slug, MISSION, SHEETS, "kim").state).isEqualTo(BundleState.AWAITING_APPROVAL);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoesAndTheOtherIsTold() throws Exception {
        var slug = campaign(FreshSlug.of("refusals-two"), true);
        var id = bundles.ask(slug, MISSION, SHEETS, "kim").id;
        Callable<String> lee = () -> approved(slug, id, "lee");
        Callable<String> mo = () -> approved(slug, id, "mo");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(lee, mo)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("approved");
        }
        await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.DONE);
    }

    private String approved(String slug, UUID id, String actor) {
        try {
            bundles.approve(slug, id, actor);
            return "approved";
        } catch (RuntimeException told) {
            return told.getMessage();
        }
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
        if (signed) sign(slug);
        return slug;
    }

    private void sign(String slug) {
        imports.run(
                slug,
                "name,country,disclosure,sheet\nKeiko Abe,JP,FULL,S-1\n".getBytes(StandardCharsets.UTF_8),
                true,
                "kim");
        counting.count();
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

package org.demarche.bundle.print;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.bundle.PrintedCampaign.asker;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.PrintedCampaign;
import org.demarche.bundle.Volume;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.pdf.Reading;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bundle is made as it was wanted: its paper, the order of its lines, its language, and nobody who withdrew. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class AsWantedTest {

    private static final String SIGNERS = "Alma Berg,SE,FULL\nKeiko Abe,JP,FULL\nBo Lund,SE,FULL\nAda Byron,GB,FULL\n"
            + "Jiro Kato,JP,FULL\nMika Oda,JP,FULL\nCounted Alone,GB,COUNTED\n";

    private static PrintedCampaign campaign;

    @Inject
    BundleRun run;

    @BeforeEach
    void somebodySigned() {
        if (campaign == null) campaign = PrintedCampaign.open("bundles-as-wanted", SIGNERS);
    }

    @Test
    void onLetterPaperItIsArchivalOfLetterPagesAndEachVolumeEndsOnALeftHandPage() throws Exception {
        var id = campaign.print(Map.of("paper", "LETTER"));
        for (int n = 0; n <= 1; n++) {
            var pdf = campaign.volume(id, n);
            assertThat(Reading.faults(pdf)).isEmpty();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEven();
                for (var page : document.getPages()) {
                    assertThat(page.getMediaBox().getHeight()).isBetween(790f, 793f);
                    assertThat(page.getMediaBox().getWidth()).isBetween(611f, 614f);
                }
            }
        }
    }

    @Test
    void theCoverIsOnePageInEveryLanguageOnTheShorterPaperToo() throws IOException {
        for (var language : Language.values()) {
            var pdf = campaign.volume(campaign.print(Map.of("paper", "LETTER", "language", language.tag())), 0);
            try (var document = Loader.loadPDF(pdf)) {
                var second = new PDFTextStripper();
                second.setStartPage(2);
                second.setEndPage(2);
                assertThat(second.getText(document)).as(language.tag()).isBlank();
            }
        }
    }

    @Test
    void byCountryTheLinesStandTogetherMostSignersFirst() throws IOException {
        var sheets = text(campaign.volume(campaign.print(Map.of("order", "COUNTRY", "language", "en")), 1));
        var inOrder = sheets.lines()
                .filter(line -> line.matches("\\d+ .*(Japan|Sweden|United Kingdom)"))
                .map(line -> line.substring(line.lastIndexOf(',') + 2))
                .toList();
        // One of the two from the United Kingdom is only counted, and has no line.
        assertThat(inOrder)
                .isIn(
                        List.of("Japan", "Japan", "Japan", "United Kingdom", "Sweden", "Sweden"),
                        List.of("Japan", "Japan", "Japan", "Sweden", "Sweden", "United Kingdom"));
    }

    @Test
    void aBundleSpeaksTheMissionsOwnLanguageUnlessAnotherIsChosen() throws IOException {
        var own = campaign.print(Map.of());
        asker().get(campaign.at(own)).then().body("language", nullValue()).body("order", equalTo("MIXED"));
        assertThat(text(campaign.volume(own, 0))).contains("证明");
        var chosen = campaign.print(Map.of("language", "ko"));
        asker().get(campaign.at(chosen)).then().body("language", equalTo("ko"));
        assertThat(text(campaign.volume(chosen, 0))).contains("증명").doesNotContain("证明");
        assertThat(text(campaign.volume(chosen, 1))).contains("스웨덴");
    }

    @Test
    void whatNobodyOffersIsRefusedWithWhatThereIs() {
        refused(Map.of("order", "SIGNING"), "MIXED or COUNTRY");
        refused(Map.of("language", "fr"), "unknown language");
        refused(Map.of("paper", "A3"), "A4 or LETTER");
        refused(Map.of("content", "STAMPS"), "SHEETS or LETTERS");
    }

    private static void refused(Map<String, String> chosen, String why) {
        var ask = new java.util.HashMap<>(Map.of("mission", PrintedCampaign.MISSION, "content", "SHEETS"));
        ask.putAll(chosen);
        asker().contentType(ContentType.JSON)
                .body(ask)
                .post("/api/v1/campaigns/" + campaign.slug() + "/bundles")
                .then()
                .statusCode(400)
                .body(containsString(why));
    }

    @Test
    void theDeskAsksTheSameWayAndShowsWhatWasAsked() {
        asker().redirects()
                .follow(false)
                .formParam("mission", "cn-jp-osaka")
                .formParam("content", "SHEETS")
                .formParam("order", "COUNTRY")
                .formParam("language", "ko")
                .formParam("paper", "LETTER")
                .post("/desk/bundles/" + campaign.slug() + "/ask")
                .then()
                .statusCode(303);
        given().auth()
                .oauth2("test-token-of-approver")
                .get("/desk/bundles?campaign=" + campaign.slug())
                .then()
                .statusCode(200)
                .body(containsString("Letter, by country, 한국어."))
                .body(containsString("&amp;order=COUNTRY&amp;language=ko"));
    }

    @Test
    void whoWithdrewAfterTheListWasFrozenIsNeitherPrintedNorCounted() throws IOException {
        campaign.sign("Gone Tomorrow,FR,FULL\nCounted Only,FR,COUNTED\n");
        var id = campaign.print(Map.of());
        long before = counted(id);
        assertThat(text(campaign.volume(id, 0))).contains(before + "人，来自");
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.update(
                        "status = ?1 where country = 'FR' and campaign = ?2",
                        SignatureStatus.WITHDRAWN,
                        Campaign.named(campaign.slug())));
        // As it is while the printing is not begun yet.
        QuarkusTransaction.requiringNew().run(() -> {
            Volume.delete("bundleId", id);
            Bundle.update("state = ?1 where id = ?2", BundleState.QUEUED, id);
        });
        run.print(id);
        assertThat(counted(id)).isEqualTo(before - 2);
        assertThat(text(campaign.volume(id, 1))).contains("Keiko").doesNotContain("Gone");
        assertThat(text(campaign.volume(id, 0))).contains((before - 2) + "人，来自").doesNotContain(before + "人，来自");
    }

    private static long counted(UUID id) {
        return asker().get(campaign.at(id)).jsonPath().getLong("signatures");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

package org.demarche.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
import org.demarche.bundle.carry.CarryLink;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.journey.Chromium;
import org.demarche.letter.Layout;
import org.demarche.pdf.Reading;
import org.demarche.signing.Counting;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.register.SignatureImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a finished bundle leaves the house: archives, labels and links, on either paper. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class BundleLeavesTest {

    private static final String SLUG = "bundles-that-leave";
    private static final String PASSPHRASE = "four words for couriers";

    private static UUID finished;

    @Inject
    SignatureImport imports;

    @Inject
    Counting counting;

    @Inject
    Bundles bundles;

    @Inject
    BundleRun run;

    @TestHTTPResource("/")
    URI site;

    @BeforeEach
    void aBundleIsDone() {
        if (finished != null) return;
        asker().contentType(ContentType.JSON)
                .body(Map.of("slug", SLUG))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/clone")
                .then()
                .statusCode(201);
        asker().post("/api/v1/campaigns/" + SLUG + "/open").then().statusCode(200);
        sign("渡邉 花,JP,FULL\n박 지호,KR,FULL\n欧阳 明,CN,FULL\nAda Byron,GB,INITIALS\n");
        finished = printed(Layout.Paper.LETTER);
    }

    @Test
    void aBundleOnLetterPaperIsArchivalOfLetterPagesAndEachVolumeEndsOnALeftHandPage() throws Exception {
        for (int n = 0; n <= 1; n++) {
            var pdf = asker().get(at(finished) + "/volumes/" + n).asByteArray();
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
    void anArchiveCarriesTheNumberOfItsDownloadAndItsSumsHold() throws Exception {
        var archive = entries(asker().get(at(finished) + "/archive").asByteArray(), null);
        assertThat(archive)
                .containsOnlyKeys(
                        "DOWNLOAD.txt", "volume-00.pdf", "volume-01.pdf", "labels.pdf", "manifest.json", "SHA256SUMS");
        assertThat(new String(archive.get("DOWNLOAD.txt"), StandardCharsets.UTF_8))
                .contains("asker", finished.toString());
        var sums = new String(archive.get("SHA256SUMS"), StandardCharsets.UTF_8);
        for (var name : new String[] {"volume-00.pdf", "volume-01.pdf", "labels.pdf"}) {
            assertThat(sums).contains(sha256(archive.get(name)) + "  " + name + "\n");
        }
        var again = entries(asker().get(at(finished) + "/archive").asByteArray(), null);
        assertThat(again.get("DOWNLOAD.txt")).isNotEqualTo(archive.get("DOWNLOAD.txt"));
        assertThat(again.get("volume-01.pdf")).isEqualTo(archive.get("volume-01.pdf"));
    }

    @Test
    void anEncryptedArchiveOpensWithItsPassphraseAndNoOther() throws Exception {
        var zip = asker().formParam("passphrase", PASSPHRASE)
                .post(at(finished) + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "asker");
        assertThat(entries(zip, PASSPHRASE).get("volume-01.pdf"))
                .isEqualTo(asker().get(at(finished) + "/volumes/1").asByteArray());
        assertThatThrownBy(() -> entries(zip, "another passphrase")).isInstanceOf(ZipException.class);
    }

    @Test
    void aPassphraseThatAMachineGuessesIsRefused() {
        asker().formParam("passphrase", "short")
                .post(at(finished) + "/archive")
                .then()
                .statusCode(400);
    }

    @Test
    void theLabelsAreForBindersBoxesEnvelopesAndTheGate() throws Exception {
        var pdf = asker().get(at(finished) + "/labels")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Reading.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("お持ちしたもの", "我们带来的东西", "What we bring", "第1箱，共1箱");
            assertThat(text).doesNotContain("渡邉", "欧阳");
            assertThat(document.getNumberOfPages()).isEqualTo(4);
        }
    }

    @Test
    void aBrowserTellsInFourLanguagesThatAVolumeIsOursWithoutSendingIt() throws IOException {
        var volume = asker().get(at(finished) + "/volumes/1").asByteArray();
        var sent = new ArrayList<Request>();
        try (var chromium = new Chromium();
                var page = chromium.browser().newPage()) {
            page.onRequest(sent::add);
            for (var language : Language.values()) {
                page.navigate(site.resolve("/verify?lang=" + language.tag()).toString());
                page.setInputFiles("#file", new FilePayload("volume.pdf", "application/pdf", volume));
                page.click("form[data-here] button");
                page.waitForURL("**/verify?digest=*");
                assertThat(page.locator(".notice.good").count()).isEqualTo(1);
                assertThat(page.content()).contains("lang=\"" + language.tag() + "\"");
            }
            volume[2000] ^= 1;
            page.navigate(site.resolve("/verify?lang=en").toString());
            page.setInputFiles("#file", new FilePayload("volume.pdf", "application/pdf", volume));
            page.click("form[data-here] button");
            page.waitForURL("**/verify?digest=*");
            assertThat(page.content()).contains("We do not know this document");
        }
        assertThat(sent).hasSizeGreaterThan(10).allSatisfy(request -> {
            assertThat(URI.create(request.url()).getAuthority()).isEqualTo(site.getAuthority());
            assertThat(request.method()).isEqualTo("GET");
        });
    }

    @Test
    void aLinkShowsAPageAndOnlyItsButtonFetches() throws Exception {
        var url = link();
        given().get(url).then().statusCode(200).body(containsString("<form"));
        given().get(url + "?lang=ja").then().statusCode(200).body(containsString("ダウンロード"));
        assertThat(downloads()).isZero();
        var zip = given().formParam("passphrase", PASSPHRASE)
                .post(url)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(entries(zip, PASSPHRASE).get("DOWNLOAD.txt"), StandardCharsets.UTF_8))
                .contains("For       link ");
        assertThat(downloads()).isEqualTo(1);
        given().formParam("passphrase", "short").post(url).then().statusCode(400);
    }

    @Test
    void aLinkThatExpiredOrWasTakenBackOpensNothing() {
        var url = link();
        QuarkusTransaction.requiringNew()
                .run(() -> CarryLink.update("expiresAt = madeAt where bundle.id = ?1", finished));
        given().get(url).then().statusCode(404);
        given().post(url).then().statusCode(404);
        var made = asker().contentType(ContentType.JSON)
                .body(Map.of("for", "Mina"))
                .post(at(finished) + "/links")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        asker().delete(at(finished) + "/links/" + made.getString("id")).then().statusCode(204);
        given().get(path(made.getString("url"))).then().statusCode(404);
        given().get("/carry/nonsense").then().statusCode(404);
    }

    @Test
    void whoWithdrewAfterTheListWasFrozenIsNeitherPrintedNorCounted() throws IOException {
        sign("Gone Tomorrow,FR,FULL\nCounted Only,FR,COUNTED\n");
        var id = bundles.ask(SLUG, "cn-jp-sapporo", BundleContent.SHEETS, Layout.Paper.A4, "kim").id;
        // Frozen, and not begun: the run is called by hand once somebody has withdrawn.
        bundles.approve(SLUG, id, "lee");
        await().atMost(Duration.ofSeconds(40)).until(() -> state(id) == BundleState.DONE);
        var before = counted(id);
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.update(
                        "status = ?1 where country = 'FR' and campaign = ?2",
                        SignatureStatus.WITHDRAWN,
                        Campaign.named(SLUG)));
        QuarkusTransaction.requiringNew().run(() -> {
            Volume.delete("bundleId", id);
            Bundle.update("state = ?1 where id = ?2", BundleState.QUEUED, id);
        });
        run.print(id);
        assertThat(counted(id)).isEqualTo(before - 2);
        var sheets = text(asker().get(at(id) + "/volumes/1").asByteArray());
        assertThat(sheets).contains("渡邉").doesNotContain("Gone");
        var certificate = text(asker().get(at(id) + "/volumes/0").asByteArray());
        assertThat(certificate).contains((before - 2) + "人，来自").doesNotContain(before + "人，来自");
    }

    private long counted(UUID id) {
        return asker().get(at(id)).jsonPath().getLong("signatures");
    }

    private void sign(String rows) {
        imports.run(
                SLUG,
                ("name,country,disclosure,sheet\n" + rows.replace("\n", ",S-1\n")).getBytes(StandardCharsets.UTF_8),
                true,
                "kim");
        counting.count();
    }

    private UUID printed(Layout.Paper paper) {
        var id = bundles.ask(SLUG, "cn-jp-sapporo", BundleContent.SHEETS, paper, "kim").id;
        bundles.approve(SLUG, id, "lee");
        await().atMost(Duration.ofSeconds(40)).until(() -> state(id) == BundleState.DONE);
        return id;
    }

    private static BundleState state(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Bundle.<Bundle>findById(id).state);
    }

    private static String link() {
        return path(asker().contentType(ContentType.JSON)
                .body(Map.of("for", "Mina"))
                .post(at(finished) + "/links")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("url"));
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/carry/"));
    }

    private static int downloads() {
        return QuarkusTransaction.requiringNew()
                .call(() -> CarryLink.<CarryLink>list("bundle.id = ?1 order by madeAt desc", finished)
                        .getFirst()
                        .downloads);
    }

    private static RequestSpecification asker() {
        return given().auth().oauth2("test-token-of-asker");
    }

    private static String at(UUID id) {
        return "/api/v1/campaigns/" + SLUG + "/bundles/" + id;
    }

    private static Map<String, byte[]> entries(byte[] archive, String passphrase) throws IOException {
        var entries = new HashMap<String, byte[]>();
        var secret = passphrase == null ? null : passphrase.toCharArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), secret)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getFileName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

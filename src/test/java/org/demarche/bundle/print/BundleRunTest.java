package org.demarche.bundle.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleFiles;
import org.demarche.bundle.BundleRow;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.Bundles;
import org.demarche.bundle.Volume;
import org.demarche.bundle.Wanted;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.letter.Layout;
import org.demarche.privacy.Locked;
import org.demarche.signing.ledger.Ledger;
import org.demarche.signing.register.SignatureImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnOwnH2.class)
class BundleRunTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    @Inject
    Bundles bundles;

    @Inject
    BundleRun run;

    @Inject
    BundleFiles files;

    @Inject
    SignatureImport imports;

    @Inject
    DemarcheConfig config;

    @Inject
    Ledger ledger;

    @BeforeEach
    void someoneHasSignedOnPaper() {
        imports.run(
                CAMPAIGN,
                "name,country,disclosure,sheet\nKeiko Abe,JP,FULL,S-1\nPark Ji-ho,KR,COUNTRY,S-1\n"
                        .getBytes(StandardCharsets.UTF_8),
                true,
                "kim");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try {
                bundles.ask(CAMPAIGN, "cn-jp-sapporo", Wanted.of(BundleContent.SHEETS, Layout.Paper.A4), "kim");
                return true;
            } catch (Refusal nobodyCountedYet) {
                return false;
            }
        });
    }

    @Test
    void staffLearnWhichCharactersNoFontHas() {
        imports.run(
                CAMPAIGN,
                "name,country,disclosure,sheet\n𓀀 Nile,JP,FULL,S-2\n".getBytes(StandardCharsets.UTF_8),
                true,
                "kim");
        var id = new AtomicReference<UUID>();
        // The name is in the list once it is counted.
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            id.set(printed());
            assertThat(volume(id.get(), 1).missingGlyphs).isEqualTo("U+13000 𓀀");
        });
        var row = QuarkusTransaction.requiringNew()
                .call(() -> BundleRow.of(Bundle.findById(id.get()), "Sapporo", "ann", true, java.time.Instant.EPOCH));
        assertThat(row.missing()).isEqualTo("U+13000 𓀀");
    }

    @Test
    void printingAgainKeepsTheVolumesThatAreWhole() throws IOException {
        var id = printed();
        var before = digest(id, 1);
        Files.delete(file(id, "volume-00.pdf"));
        run.print(id);
        assertThat(digest(id, 1)).isEqualTo(before);
        assertThat(files.holds(volume(id, 0))).isTrue();
    }

    @Test
    void noVolumeStandsInTheDataFolderAsItIsRead() throws IOException {
        var id = printed();
        var stored = Files.readAllBytes(file(id, "volume-01.pdf"));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "endobj", "Keiko");
        try (var in = files.open(id, "volume-01.pdf")) {
            assertThat(new String(in.readNBytes(5), StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");
        }
    }

    @Test
    void aVolumeInThePlaceOfAnotherIsNotHandedOut() throws IOException {
        var id = printed();
        Files.copy(
                file(id, "volume-00.pdf"),
                file(id, "volume-01.pdf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> files.open(id, "volume-01.pdf")).isInstanceOf(Locked.class);
    }

    @Test
    void whatIsCancelledLeavesNoFile() {
        var id = bundles.ask(CAMPAIGN, "cn-jp-sapporo", Wanted.of(BundleContent.SHEETS, Layout.Paper.A4), "kim").id;
        bundles.approve(CAMPAIGN, id, "lee");
        QuarkusTransaction.requiringNew().run(() -> Bundle.<Bundle>findById(id).state = BundleState.QUEUED);
        bundles.cancel(CAMPAIGN, id, "lee");
        run.print(id);
        assertThat(state(id)).isEqualTo(BundleState.CANCELLED);
        assertThat(file(id, "volume-00.pdf")).doesNotExist();
    }

    @Test
    void aDamagedVolumeIsPrintedAnew() throws IOException {
        var id = printed();
        Files.writeString(file(id, "volume-01.pdf"), "damaged");
        assertThat(files.holds(volume(id, 1))).isFalse();
        run.print(id);
        assertThat(files.holds(volume(id, 1))).isTrue();
    }

    @Test
    void aBundleThatIsDoneIsNotPutInLineAgain() {
        var id = printed();
        assertThatThrownBy(() -> bundles.printAgain(CAMPAIGN, id, "kim")).isInstanceOf(Refusal.class);
    }

    @Test
    void theSheetsDoNotStandInTheOrderOfSigning() throws IOException {
        var signed = IntStream.range(0, 30)
                .mapToObj("Signer %02d of thirty"::formatted)
                .toList();
        var csv = "name,country,disclosure,sheet\n"
                + signed.stream().map(name -> name + ",JP,FULL,S-9\n").collect(Collectors.joining());
        imports.run(CAMPAIGN, csv.getBytes(StandardCharsets.UTF_8), true, "kim");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarkusTransaction.requiringNew()
                                .call(() ->
                                        ledger.head(Campaign.named(CAMPAIGN)).size())
                        >= 30);

        var id = printed();
        try (var in = files.open(id, "volume-01.pdf");
                var pdf = Loader.loadPDF(in.readAllBytes())) {
            var lines = Pattern.compile("Signer \\d\\d of thirty")
                    .matcher(new PDFTextStripper().getText(pdf))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(lines).containsExactlyInAnyOrderElementsOf(signed).isNotEqualTo(signed);
        }
    }

    private Path file(UUID id, String name) {
        return config.dataDir().resolve("bundles").resolve(id.toString()).resolve(name);
    }

    private UUID printed() {
        var id = bundles.ask(CAMPAIGN, "cn-jp-sapporo", Wanted.of(BundleContent.SHEETS, Layout.Paper.A4), "kim").id;
        bundles.approve(CAMPAIGN, id, "lee");
        await().atMost(Duration.ofSeconds(40)).until(() -> state(id) == BundleState.DONE);
        return id;
    }

    private static BundleState state(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Bundle.<Bundle>findById(id).state);
    }

    private static Volume volume(UUID id, int n) {
        return QuarkusTransaction.requiringNew().call(() -> Volume.of(id, n).orElseThrow());
    }

    private static String digest(UUID id, int n) {
        return volume(id, n).sha256;
    }
}

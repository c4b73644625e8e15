package org.demarche.bundle.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.Bundles;
import org.demarche.bundle.PrintedCampaign;
import org.demarche.bundle.Wanted;
import org.demarche.common.DemarcheConfig;
import org.demarche.letter.Layout;
import org.demarche.pdf.SealKey;
import org.junit.jupiter.api.Test;

/** What stops a printing is said, and once it is mended the bundle is printed. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class PrintingStoppedTest {

    private static final Wanted SHEETS = Wanted.of(BundleContent.SHEETS, Layout.Paper.A4);
    private static final String ONE = "Keiko Abe,JP,FULL\n";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    @Inject
    Bundles bundles;

    @Inject
    DemarcheConfig config;

    @Test
    void aBundleThatFailedIsPrintedOnceTheTroubleIsMended() throws IOException {
        var slug = PrintedCampaign.open("stopped-way", ONE).slug();
        var id = bundles.ask(slug, PrintedCampaign.MISSION, SHEETS, "kim").id;
        var inTheWay = config.dataDir().resolve("bundles").resolve(id.toString());
        Files.createDirectories(inTheWay.getParent());
        Files.writeString(inTheWay, "a file where the folder should be");
        bundles.approve(slug, id, "lee");
        await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.FAILED);

        Files.delete(inTheWay);
        bundles.printAgain(slug, id, "kim");
        await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.DONE);
        assertThat(Files.list(inTheWay).map(f -> f.getFileName().toString()))
                .containsExactlyInAnyOrder("volume-00.pdf", "volume-01.pdf");
    }

    @Test
    void aCertificateThatIsBrokenOrExpiredStopsThePrintingSaysSoAndIsNoLoss() throws IOException {
        var slug = PrintedCampaign.open("stopped-seal", ONE).slug();
        printed(slug);
        var file = config.dataDir().resolve("keys").resolve("seal.p12");
        var password = Files.readString(config.dataDir().resolve("keys").resolve("seal.password"))
                .strip();
        var good = Files.readAllBytes(file);
        var old = Files.createTempDirectory("seal").resolve("seal.p12");
        SealKey.open(old, password.toCharArray(), "Example", Instant.parse("2001-01-01T00:00:00Z"));
        try {
            Files.writeString(file, "not a key");
            var id = approved(slug);
            await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.FAILED);
            assertThat(failure(id)).contains("Not a readable PKCS#12 file", "what is done is kept");
            Files.write(file, Files.readAllBytes(old));
            bundles.printAgain(slug, id, "kim");
            await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.FAILED);
            assertThat(failure(id)).contains("expired on 20", "what is done is kept");
            Files.write(file, good);
            bundles.printAgain(slug, id, "kim");
            await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.DONE);
        } finally {
            Files.write(file, good);
        }
    }

    @Test
    void aFullDiskStopsThePrintingSaysSoAndIsNoLoss() throws IOException {
        var slug = PrintedCampaign.open("stopped-disk", ONE).slug();
        var id = bundles.ask(slug, PrintedCampaign.MISSION, SHEETS, "kim").id;
        var drafts = Files.createDirectories(config.dataDir().resolve("bundles").resolve("drafts"));
        // Whatever is written there meets a full disk; the draft is removed with the try.
        Files.createSymbolicLink(drafts.resolve(id + "-volume-01.pdf"), Path.of("/dev/full"));
        bundles.approve(slug, id, "lee");
        await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.FAILED);
        assertThat(failure(id))
                .startsWith("Printing stopped: The disk is full.")
                .contains("what is done is kept");
        bundles.printAgain(slug, id, "kim");
        await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.DONE);
    }

    private UUID approved(String slug) {
        var id = bundles.ask(slug, PrintedCampaign.MISSION, SHEETS, "kim").id;
        bundles.approve(slug, id, "lee");
        return id;
    }

    private void printed(String slug) {
        var id = approved(slug);
        await().atMost(LONG_ENOUGH).until(() -> state(id) == BundleState.DONE);
    }

    private static String failure(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Bundle.<Bundle>findById(id).failure);
    }

    private static BundleState state(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Bundle.<Bundle>findById(id).state);
    }
}

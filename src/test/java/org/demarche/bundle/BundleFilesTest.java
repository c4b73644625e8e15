package org.demarche.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.bundle.store.S3Proxy;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.SealedFiles;
import org.junit.jupiter.api.Test;

/** Where volumes lie, and who can read them there. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class BundleFilesTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    @Inject
    SealedFiles sealed;

    @Inject
    DemarcheConfig config;

    @Test
    void whatOneNodePutIntoAnObjectStoreIsSealedThereAndAnotherNodeOpensIt() throws IOException {
        try (var server = new S3Proxy();
                var ofWorker = server.store();
                var ofDesk = server.store()) {
            var id = UUID.randomUUID();
            var pdf = "%PDF-1.7 Keiko Abe".getBytes(StandardCharsets.UTF_8);
            var kept = new BundleFiles(config, ofWorker, sealed)
                    .keep(id, "volume-01.pdf", Scopes.ofCampaign(CAMPAIGN), out -> out.write(pdf));
            assertThat(kept.bytes()).isEqualTo(pdf.length);
            var stored = server.objects().resolve("bundles/" + id + "/volume-01.pdf");
            assertThat(Files.readString(stored, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "Keiko");
            var desk = new BundleFiles(config, ofDesk, sealed);
            try (var in = desk.open(id, "volume-01.pdf")) {
                assertThat(in.readAllBytes()).isEqualTo(pdf);
            }
            desk.delete(id);
            assertThat(stored).doesNotExist();
            assertThatThrownBy(() -> desk.open(id, "volume-01.pdf"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("removed");
        }
    }
}

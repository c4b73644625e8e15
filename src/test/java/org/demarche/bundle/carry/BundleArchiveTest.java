package org.demarche.bundle.carry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.bundle.PrintedCampaign.asker;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
import org.demarche.bundle.PrintedCampaign;
import org.demarche.pdf.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a finished bundle leaves the house in: archives, open or closed, and labels. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class BundleArchiveTest {

    private static final String PASSPHRASE = "four words for couriers";

    private static PrintedCampaign campaign;
    private static UUID finished;

    @BeforeEach
    void aBundleIsDone() {
        if (finished != null) return;
        campaign = PrintedCampaign.open("bundles-that-leave", "渡邉 花,JP,FULL\n박 지호,KR,FULL\n欧阳 明,CN,FULL\n");
        finished = campaign.print(Map.of());
    }

    @Test
    void anArchiveCarriesTheNumberOfItsDownloadAndItsSumsHold() throws Exception {
        var archive = entries(open(), null);
        assertThat(archive)
                .containsOnlyKeys(
                        "DOWNLOAD.txt", "volume-00.pdf", "volume-01.pdf", "labels.pdf", "manifest.json", "SHA256SUMS");
        assertThat(new String(archive.get("DOWNLOAD.txt"), StandardCharsets.UTF_8))
                .contains("asker", finished.toString());
        var sums = new String(archive.get("SHA256SUMS"), StandardCharsets.UTF_8);
        for (var name : new String[] {"volume-00.pdf", "volume-01.pdf", "labels.pdf"}) {
            assertThat(sums).contains(sha256(archive.get(name)) + "  " + name + "\n");
        }
        var again = entries(open(), null);
        assertThat(again.get("DOWNLOAD.txt")).isNotEqualTo(archive.get("DOWNLOAD.txt"));
        assertThat(again.get("volume-01.pdf")).isEqualTo(archive.get("volume-01.pdf"));
    }

    @Test
    void anEncryptedArchiveOpensWithItsPassphraseAndNoOther() throws Exception {
        var zip = closed("passphrase", PASSPHRASE);
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "asker");
        assertThat(entries(zip, PASSPHRASE).get("volume-01.pdf")).isEqualTo(campaign.volume(finished, 1));
        assertThatThrownBy(() -> entries(zip, "another passphrase")).isInstanceOf(ZipException.class);
    }

    @Test
    void anArchiveForACourierOpensWithTheirKeyAndNoOther() throws Exception {
        var courier = CourierKeys.made();
        var message = closed("key", CourierKeys.armoured(courier));
        assertThat(new String(message, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "asker", "volume-01");
        var archive = entries(CourierKeys.opened(message, courier), null);
        assertThat(archive.get("volume-01.pdf")).isEqualTo(campaign.volume(finished, 1));
        assertThatThrownBy(() -> CourierKeys.opened(message, CourierKeys.made()))
                .isNotNull();
    }

    @Test
    void aClosedArchiveNeedsALockThatHolds() throws Exception {
        refused("passphrase", "short", "12 to 200 characters");
        refused("passphrase", "", "12 to 200 characters");
        refused("key", "nonsense", "not a public OpenPGP key");
        refused("key", CourierKeys.armouredPrivately(CourierKeys.made()), "this is a private key");
    }

    private static void refused(String field, String value, String why) {
        asker().formParam(field, value)
                .post(campaign.at(finished) + "/archive")
                .then()
                .statusCode(400)
                .body(containsString(why));
    }

    @Test
    void theLabelsAreForBindersBoxesEnvelopesAndTheGate() throws Exception {
        var pdf = asker().get(campaign.at(finished) + "/labels")
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

    private static byte[] open() {
        return asker().get(campaign.at(finished) + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static byte[] closed(String field, String value) {
        return asker().formParam(field, value)
                .post(campaign.at(finished) + "/archive")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    static Map<String, byte[]> entries(byte[] archive, String passphrase) throws IOException {
        var entries = new HashMap<String, byte[]>();
        var secret = passphrase == null ? null : passphrase.toCharArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), secret)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getFileName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

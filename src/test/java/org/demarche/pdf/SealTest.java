package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class SealTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aSealedFileIsValidCoversEverythingAndKeepsTheOriginalBytes() throws Exception {
        var sealed = sealed();

        var signature = signature(sealed);
        assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        assertThat(signature.getReason()).isEqualTo("Volume 1 of 4");
        assertThat(signature.getSignDate().toInstant()).isEqualTo(Samples.DAY);
        var range = signature.getByteRange();
        assertThat(range[0]).isZero();
        assertThat(range[2] + range[3]).isEqualTo(sealed.length);
        assertThat(verified(sealed)).isTrue();
        assertThat(sealed).startsWith(Files.readAllBytes(folder.resolve("plain.pdf")));
    }

    @Test
    void theSealNamesItsCertificateAndLeavesTheTimeToThePdf() throws Exception {
        var attributes = signer(sealed()).getSignedAttributes();

        assertThat(attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .isNotNull();
        assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
    }

    @Test
    void oneChangedByteBreaksTheSeal() throws Exception {
        var sealed = sealed();
        sealed[3000] ^= 1;

        assertThatThrownBy(() -> verified(sealed)).isInstanceOf(CMSSignerDigestMismatchException.class);
    }

    @Test
    void aSealedFileIsStillArchival() throws Exception {
        assertThat(Reading.faults(sealed())).isEmpty();
    }

    @Test
    void noDraftIsLeftBesideTheSealedFile() throws Exception {
        sealed();

        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("plain.pdf", "sealed.pdf", "seal.p12");
        }
    }

    @Test
    void theKeyIsMadeOnceAndReadAgain() throws Exception {
        var made = key();
        var read = key();

        assertThat(read.fingerprint()).isEqualTo(made.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(made.certificate().getSubjectX500Principal().getName()).contains("O=Example Foundation");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("seal.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aWrongPasswordIsNamedAsSuch() {
        key();

        assertThatThrownBy(() -> SealKey.open(
                        folder.resolve("seal.p12"), "wrong".toCharArray(), "Example Foundation", Samples.DAY))
                .isInstanceOf(SealKey.Unusable.class)
                .hasMessageContaining("Wrong password");
    }

    @Test
    void aBrokenKeyFileIsNamedAsSuchAndNotReplaced() throws Exception {
        var file = Files.writeString(folder.resolve("seal.p12"), "not a key");

        assertThatThrownBy(this::key).isInstanceOf(SealKey.Unusable.class).hasMessageContaining("Not a readable");
        assertThat(file).hasContent("not a key");
    }

    @Test
    void anExpiredCertificateSealsNothing() throws Exception {
        var key = key();
        var later = Samples.DAY.plus(Duration.ofDays(4000));

        assertThatThrownBy(() -> new Seal(key).sign(folder.resolve("in.pdf"), folder.resolve("out.pdf"), later, null))
                .isInstanceOf(SealKey.Unusable.class)
                .hasMessageContaining("expired");
        assertThatThrownBy(() -> SealKey.open(folder.resolve("seal.p12"), PASSWORD, "Example Foundation", later))
                .isInstanceOf(SealKey.Unusable.class);
        assertThat(folder.resolve("out.pdf")).doesNotExist();
    }

    private SealKey key() {
        return SealKey.open(folder.resolve("seal.p12"), PASSWORD, "Example Foundation", Samples.DAY);
    }

    private byte[] sealed() throws Exception {
        var plain = folder.resolve("plain.pdf");
        Files.write(
                plain,
                new PdfRenderer().render(Samples.english(), Samples.info("en")).bytes());
        new Seal(key()).sign(plain, folder.resolve("sealed.pdf"), Samples.DAY, "Volume 1 of 4");
        return Files.readAllBytes(folder.resolve("sealed.pdf"));
    }

    private static PDSignature signature(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().getFirst();
        }
    }

    private static SignerInformation signer(byte[] pdf) throws Exception {
        return cms(pdf).getSignerInfos().getSigners().iterator().next();
    }

    private static boolean verified(byte[] pdf) throws Exception {
        var cms = cms(pdf);
        var certificate = (X509CertificateHolder)
                cms.getCertificates().getMatches(null).iterator().next();
        return signer(pdf).verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    }

    private static CMSSignedData cms(byte[] pdf) throws Exception {
        var signature = signature(pdf);
        var contents = new ByteArrayInputStream(signature.getContents());
        return new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(pdf)), contents);
    }
}

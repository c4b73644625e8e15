package org.demarche.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.demarche.pdf.LocalAuthority.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeAuthorityTest {

    @TempDir
    Path folder;

    @Test
    void aSealCarriesTheAuthoritysTokenOverItsSignature() throws Exception {
        try (var authority = new LocalAuthority()) {
            var seal = new Seal(key(), new TimeAuthority(authority.url()));
            var sealed = sealed(seal);

            assertThat(seal.stamp()).isEqualTo(Seal.Stamp.GIVEN);
            var signer = signer(sealed);
            var token = token(signer);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority.certificate()));
            assertThat(token.getTimeStampInfo().getMessageImprintDigest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(signer.getSignature()));
            assertThat(token.getTimeStampInfo().getGenTime().toInstant())
                    .isBetween(
                            Instant.now().minus(Duration.ofMinutes(1)),
                            Instant.now().plusSeconds(1));
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key().certificate())))
                    .isTrue();
            assertThat(Reading.faults(sealed)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = "HONEST", mode = EnumSource.Mode.EXCLUDE)
    void anAuthorityThatAnswersWronglyCostsTheStampAndNotTheSeal(Manner manner) throws Exception {
        try (var authority = new LocalAuthority()) {
            authority.become(manner);
            var seal = new Seal(key(), new TimeAuthority(authority.url()));
            var signer = signer(sealed(seal));

            assertThat(seal.stamp()).isEqualTo(Seal.Stamp.MISSING);
            assertThat(signer.getUnsignedAttributes()).isNull();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key().certificate())))
                    .isTrue();
        }
    }

    @Test
    void anAuthorityThatIsNotThereCostsTheStampAndNotTheSeal() throws Exception {
        var seal = new Seal(key(), new TimeAuthority(URI.create("http://127.0.0.1:9/")));

        assertThat(signer(sealed(seal)).getUnsignedAttributes()).isNull();
        assertThat(seal.stamp()).isEqualTo(Seal.Stamp.MISSING);
    }

    private SealKey key() {
        return SealKey.open(folder.resolve("seal.p12"), "password".toCharArray(), "Example Foundation", Samples.DAY);
    }

    private byte[] sealed(Seal seal) {
        var plain =
                new PdfRenderer().render(Samples.english(), Samples.info("en")).bytes();
        var out = new ByteArrayOutputStream();
        seal.sign(plain, out, Samples.DAY, "Volume 1 of 4");
        return out.toByteArray();
    }

    private static SignerInformation signer(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = document.getSignatureDictionaries().getFirst();
            return new CMSSignedData(
                            new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                            new ByteArrayInputStream(signature.getContents()))
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
        }
    }

    private static TimeStampToken token(SignerInformation signer) throws Exception {
        Attribute attribute = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        return new TimeStampToken(new CMSSignedData(
                attribute.getAttributeValues()[0].toASN1Primitive().getEncoded()));
    }
}

package org.demarche.pdf;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerationException;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.RandomAccessFileOrArray;

/**
 * Puts the organisation's seal on a finished PDF, so that any change to it can be seen: PAdES baseline B-B (ETSI EN 319
 * 142-1), without a timestamp.
 */
public final class Seal {
    /** A P-256 signature with one certificate takes 1.5 kB; a chain from an authority may take five times that. */
    private static final int RESERVED_BYTES = 12_000;

    /** A reader that is given a place to read from, and not the bytes, reads no more of a large file than it needs. */
    private static final byte[] NO_PASSWORD = null;

    private static final int COPY_BYTES = 64 * 1024;

    private final SealKey key;

    public Seal(SealKey key) {
        this.key = key;
    }

    /**
     * Writes a sealed copy; the original's bytes are kept whole at its beginning.
     *
     * @param at the moment the seal claims, cut to seconds; the certificate must be valid then
     * @param reason shown by viewers, or null
     */
    public void sign(Path in, Path out, Instant at, String reason) {
        key.requireValid(at);
        try (var reader = new PdfReader(new RandomAccessFileOrArray(in.toString()), NO_PASSWORD);
                var stream = new BufferedOutputStream(Files.newOutputStream(out), COPY_BYTES)) {
            sign(reader, stream, draft(out), at, reason);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be sealed", e);
        } catch (DocumentException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException("The PDF could not be sealed", e);
        }
    }

    /**
     * Writes a sealed copy of a file that is in memory, so that nothing of it need ever stand unsealed on a disk.
     *
     * @param at the moment the seal claims, cut to seconds; the certificate must be valid then
     * @param reason shown by viewers, or null
     */
    public void sign(byte[] pdf, OutputStream out, Instant at, String reason) {
        key.requireValid(at);
        try (var reader = new PdfReader(new RandomAccessFileOrArray(pdf), NO_PASSWORD)) {
            sign(PdfStamper.createSignature(reader, new Lent(out), "\0", null, true), at, reason);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF could not be sealed", e);
        } catch (DocumentException | GeneralSecurityException | CMSException | OperatorCreationException e) {
            throw new IllegalStateException("The PDF could not be sealed", e);
        }
    }

    /** Beside the target, so that a large volume is never held in memory. */
    private static Path draft(Path out) throws IOException {
        return Files.createTempFile(out.toAbsolutePath().getParent(), "seal", ".part");
    }

    private void sign(PdfReader reader, OutputStream stream, Path draft, Instant at, String reason)
            throws IOException, DocumentException, GeneralSecurityException, CMSException, OperatorCreationException {
        try {
            sign(PdfStamper.createSignature(reader, stream, "\0", draft.toFile(), true), at, reason);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void sign(PdfStamper stamper, Instant at, String reason)
            throws IOException, DocumentException, GeneralSecurityException, CMSException, OperatorCreationException {
        stamper.setEnforcedModificationDate(Metadata.calendar(at));
        stamper.setInfoDictionary(Map.of("Producer", "Demarche"));
        var appearance = stamper.getSignatureAppearance();
        appearance.setSignDate(Metadata.calendar(at));
        if (reason != null) appearance.setReason(reason);
        appearance.setCryptoDictionary(new PdfSignature(PdfName.ADOBE_PPKLITE, new PdfName("ETSI.CAdES.detached")));
        appearance.preClose(Map.of(PdfName.CONTENTS, RESERVED_BYTES * 2 + 2));
        fill(appearance);
    }

    private void fill(PdfSignatureAppearance appearance)
            throws IOException, DocumentException, GeneralSecurityException, CMSException, OperatorCreationException {
        byte[] signature;
        try (var content = appearance.getRangeStream()) {
            signature = cms(content);
        }
        if (signature.length > RESERVED_BYTES) throw new IllegalStateException("The certificate chain is too long");
        var contents = new PdfDictionary();
        contents.put(PdfName.CONTENTS, new PdfString(Arrays.copyOf(signature, RESERVED_BYTES)).setHexWriting(true));
        appearance.close(contents);
    }

    private byte[] cms(InputStream content)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        var algorithm = key.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new Attributes())
                .build(new JcaContentSignerBuilder(algorithm).build(key.key()), key.certificate());
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signer);
        generator.addCertificates(new JcaCertStore(key.chain()));
        return generator.generate(new Streamed(content), false).getEncoded("DER");
    }

    /** EN 319 142-1, 6.3: content type, digest and the signing certificate; the time stands in the PDF itself. */
    private final class Attributes implements CMSAttributeTableGenerator {
        private final DefaultSignedAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator();

        @Override
        @SuppressWarnings("rawtypes")
        public AttributeTable getAttributes(Map parameters) throws CMSAttributeTableGenerationException {
            return usual.getAttributes(parameters)
                    .remove(CMSAttributes.signingTime)
                    .remove(CMSAttributes.cmsAlgorithmProtect)
                    .add(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new SigningCertificateV2(certificateId()));
        }

        private ESSCertIDv2 certificateId() {
            try {
                return new ESSCertIDv2(MessageDigest.getInstance("SHA-256")
                        .digest(key.certificate().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new CMSAttributeTableGenerationException("No certificate identifier", e);
            }
        }
    }

    /** The signed bytes of the file, read once and never held. */
    private record Streamed(InputStream content) implements CMSTypedData {
        @Override
        public ASN1ObjectIdentifier getContentType() {
            return PKCSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.transferTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }

    /** The signer closes what it writes to; whoever lent us the stream does that. */
    private static final class Lent extends FilterOutputStream {
        Lent(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package org.demarche.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerationException;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The cryptographic message of a seal (RFC 5652), as PAdES wants it. */
final class Signed {
    private final CMSSignedData data;

    private Signed(CMSSignedData data) {
        this.data = data;
    }

    /** Signs what the stream holds, which is read once and never held. */
    static Signed over(InputStream content, SealKey key)
            throws IOException, GeneralSecurityException, CMSException, OperatorCreationException {
        var algorithm = key.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        var signer = new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new Attributes(key))
                .build(new JcaContentSignerBuilder(algorithm).build(key.key()), key.certificate());
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(signer);
        generator.addCertificates(new JcaCertStore(key.chain()));
        return new Signed(generator.generate(new Streamed(content), false));
    }

    /** The same with the authority's token over the signature (EN 319 142-1, baseline B-T). */
    Signed stamped(TimeAuthority authority) throws IOException {
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        var token = authority.stamp(signer.getSignature());
        var attribute = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                new DERSet(token.toCMSSignedData().toASN1Structure()));
        var stamped = SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attribute));
        return new Signed(CMSSignedData.replaceSigners(data, new SignerInformationStore(List.of(stamped))));
    }

    byte[] encoded() throws IOException {
        return data.getEncoded("DER");
    }

    /** EN 319 142-1, 6.3: content type, digest and the signing certificate; the time stands in the PDF itself. */
    private record Attributes(SealKey key) implements CMSAttributeTableGenerator {
        @Override
        @SuppressWarnings("rawtypes")
        public AttributeTable getAttributes(Map parameters) throws CMSAttributeTableGenerationException {
            return new DefaultSignedAttributeTableGenerator()
                    .getAttributes(parameters)
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
}

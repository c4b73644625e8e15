package org.demarche.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The organisation's private key and certificate for sealing PDF files, kept in one PKCS#12 file. */
public final class SealKey {
    private static final String ALIAS = "seal";
    private static final int VALID_DAYS = 10 * 365;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private SealKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /** The key cannot be used; the message says why and is fit for the log of whoever runs the site. */
    public static final class Unusable extends RuntimeException {
        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Reads the key from a PKCS#12 file, or, if there is no such file, makes a P-256 key with a self-signed
     * certificate in the organisation's name and stores it there. Throws {@link Unusable} for a wrong password, a
     * broken file, a file without a key, or a certificate not valid now.
     */
    public static SealKey open(Path file, char[] password, String organisation, Instant now) {
        if (!Files.exists(file)) create(file, password, organisation, now);
        var key = load(file, password);
        key.requireValid(now);
        return key;
    }

    /** SHA-256 of the certificate in hexadecimal, as viewers show it and as the organisation may publish it. */
    public String fingerprint() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate that others check seals with. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    List<X509Certificate> chain() {
        return chain;
    }

    int chainBytes() {
        try {
            int bytes = 0;
            for (var certificate : chain) bytes += certificate.getEncoded().length;
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey key() {
        return key;
    }

    /** Throws {@link Unusable} unless the certificate is valid at that moment. */
    public void requireValid(Instant at) {
        var from = certificate().getNotBefore().toInstant();
        var until = certificate().getNotAfter().toInstant();
        if (at.isBefore(from)) throw new Unusable("The seal's certificate is not valid before " + from, null);
        if (at.isAfter(until)) throw new Unusable("The seal's certificate expired on " + until, null);
    }

    private static SealKey load(Path file, char[] password) {
        try (var stream = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stream, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    var chain = Stream.of(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList();
                    return new SealKey(key, chain);
                }
            }
            throw new Unusable("No private key in " + file, null);
        } catch (IOException e) {
            // The key store reports a wrong password as an IOException with this cause.
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new Unusable("Wrong password for " + file, e);
            }
            throw new Unusable("Not a readable PKCS#12 file: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new Unusable("Not a readable PKCS#12 file: " + file, e);
        }
    }

    private static void create(Path file, char[] password, String organisation, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var name = new X500NameBuilder()
                    .addRDN(BCStyle.O, organisation)
                    .addRDN(BCStyle.CN, organisation)
                    .build();
            var start = now.truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.MINUTES);
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(120, new SecureRandom()).setBit(120),
                            Date.from(start),
                            Date.from(start.plus(VALID_DAYS, ChronoUnit.DAYS)),
                            name,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {
                new JcaX509CertificateConverter().getCertificate(certificate)
            });
            write(store, password, file.toAbsolutePath());
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("No key could be made for the seal", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The seal's key could not be stored in " + file, e);
        }
    }

    /** A crash leaves either no file or a whole one, and nobody but the owner may read it. */
    private static void write(KeyStore store, char[] password, Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = posix
                ? Files.createTempFile(file.getParent(), "seal", ".new", ownerOnly)
                : Files.createTempFile(file.getParent(), "seal", ".new");
        try (var out = Files.newOutputStream(draft)) {
            store.store(out, password);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

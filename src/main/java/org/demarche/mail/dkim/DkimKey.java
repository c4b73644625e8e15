package org.demarche.mail.dkim;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** An RSA key in a PEM file, readable by its owner only. */
public final class DkimKey {

    /** What RFC 8301 asks of signers. */
    private static final int BITS = 2048;

    private final RSAPrivateCrtKey secret;

    private DkimKey(RSAPrivateCrtKey secret) {
        this.secret = secret;
    }

    /**
     * @throws IllegalStateException where the file holds no RSA key as {@code openssl genpkey} writes it (PKCS #8, PEM)
     */
    public static DkimKey load(Path file) {
        try {
            var pem = Files.readString(file);
            var base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new DkimKey((RSAPrivateCrtKey) key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(
                    "The DKIM key " + file + " cannot be read: it must be an RSA key as"
                            + " \"openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048\" writes it.",
                    e);
        }
    }

    /** Makes the key where there is no such file. Two nodes that start at once end up with one key. */
    public static DkimKey loadOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                create(file, generator.generateKeyPair().getPrivate());
            }
            return load(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The DKIM key " + file + " cannot be made.", e);
        }
    }

    private static void create(Path file, PrivateKey key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(file.getParent(), "new-", ".pem", ownerOnly);
        Files.writeString(
                draft,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        try {
            // Unlike a move, a link never replaces the key that another node has just made.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherNodeWasQuicker) {
            // Its key it is, then.
        } catch (UnsupportedOperationException | AtomicMoveNotSupportedException noLinksHere) {
            Files.move(draft, file);
            return;
        }
        Files.delete(draft);
    }

    /** What stands in the DNS after {@code p=}: base64 of the SubjectPublicKeyInfo (RFC 6376 section 3.6.1). */
    public String published() {
        try {
            var open = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return Base64.getEncoder().encodeToString(open.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey secret() {
        return secret;
    }
}

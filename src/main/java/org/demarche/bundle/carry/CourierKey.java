package org.demarche.bundle.carry;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.demarche.common.BadInput;

/**
 * The public OpenPGP key (RFC 9580, and RFC 4880 before it) of whoever carries a bundle. What is encrypted to it is AES-256
 * with an integrity packet, which GnuPG 2, Sequoia and the mail programs open.
 *
 * @param fingerprint of the whole key, hex
 * @param keys those of its parts that are meant for encryption and hold at the time it was read
 */
record CourierKey(String fingerprint, List<PGPPublicKey> keys) {

    /** Characters; a form takes 32 KB. A key without the signatures of others (gpg export-minimal) has some 3,000. */
    private static final int LONGEST = 30_000;

    /** Bytes encrypted at a time. */
    private static final int CHUNK = 1 << 16;

    /**
     * Reads a key as people pass it on, in ASCII armour.
     *
     * @throws BadInput where it is none, is a private one, or can no longer be encrypted to
     */
    static CourierKey read(String armoured, Instant now) {
        if (armoured.length() > LONGEST)
            throw new BadInput("key", "too long: export it without the signatures of others (export-minimal)");
        var certificate = parse(armoured);
        if (certificate.isSecretKey()) {
            throw new BadInput("key", "this is a private key: keep it, and give the public one");
        }
        var keys = certificate.getEncryptionKeys(Date.from(now)).stream()
                .map(OpenPGPComponentKey::getPGPPublicKey)
                .toList();
        if (keys.isEmpty()) {
            throw new BadInput("key", "expired, taken back, or not made for encryption");
        }
        return new CourierKey(
                HexFormat.of().formatHex(certificate.getFingerprint()).toUpperCase(Locale.ROOT), keys);
    }

    private static OpenPGPCertificate parse(String armoured) {
        try {
            return new BcOpenPGPApi()
                    .readKeyOrCertificate()
                    .parseCertificateOrKey(armoured.strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException unreadable) {
            // The library answers nonsense with whatever its parser stumbles over.
            throw new BadInput("key", "not a public OpenPGP key, which begins with BEGIN PGP PUBLIC KEY BLOCK");
        }
    }

    /** A stream whose content only the key's owner can read; closing it ends the message and leaves {@code out} open. */
    OutputStream encrypting(OutputStream out, String fileName, Instant now) throws IOException {
        var encryption = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        keys.forEach(key -> encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key)));
        try {
            var message = encryption.open(out, new byte[CHUNK]);
            var content = new PGPLiteralDataGenerator()
                    .open(message, PGPLiteralData.BINARY, fileName, Date.from(now), new byte[CHUNK]);
            return new Message(content, message);
        } catch (PGPException e) {
            throw new IOException("an archive cannot be encrypted to key " + fingerprint, e);
        }
    }

    /** Ends content and message in this order, once. */
    private static final class Message extends FilterOutputStream {

        private final OutputStream message;
        private boolean ended;

        Message(OutputStream content, OutputStream message) {
            super(content);
            this.message = message;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (ended) return;
            ended = true;
            out.close();
            message.close();
        }
    }
}

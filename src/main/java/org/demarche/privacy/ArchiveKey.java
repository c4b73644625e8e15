package org.demarche.privacy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The key pair of backups. The machine keeps the public half and can only write archives; the private half lies
 * elsewhere and is brought for a restore. An archive is a mark, a streaming key sealed by HPKE, and AES-256-GCM segments.
 */
public final class ArchiveKey {

    private static final byte[] MARK = "demarche-archive-1\n".getBytes(StandardCharsets.UTF_8);
    private static final int SEALED_KEY_MAX = 10_000;
    private static final int SEGMENT_BYTES = 1 << 20;

    private final KeysetHandle keys;

    private ArchiveKey(KeysetHandle keys) {
        this.keys = keys;
    }

    /** Makes a pair; refuses to write over an earlier one, whose archives would be lost with it. */
    public static void create(Path privateHalf, Path publicHalf) throws IOException, GeneralSecurityException {
        register();
        var keys = KeysetHandle.generateNew(HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build());
        Files.createFile(
                privateHalf, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(privateHalf, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        Files.createDirectories(publicHalf.toAbsolutePath().getParent());
        Files.writeString(
                publicHalf, TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle()));
    }

    public static ArchiveKey ofPublic(Path file) throws IOException, GeneralSecurityException {
        register();
        return new ArchiveKey(TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file)));
    }

    public static ArchiveKey ofPrivate(Path file) throws IOException, GeneralSecurityException {
        register();
        return new ArchiveKey(
                TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
    }

    /** What is written to the stream is sealed; closing it ends the archive, and without that it cannot be opened. */
    public OutputStream seal(OutputStream out) throws IOException, GeneralSecurityException {
        var once = KeysetHandle.generateNew(AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                .build());
        var sealed = keys.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(TinkProtoKeysetFormat.serializeKeyset(once, InsecureSecretKeyAccess.get()), MARK);
        var head = new DataOutputStream(out);
        head.write(MARK);
        head.writeInt(sealed.length);
        head.write(sealed);
        return once.getPrimitive(RegistryConfiguration.get(), StreamingAead.class)
                .newEncryptingStream(out, MARK);
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IOException where it is no archive, was altered or cut, or belongs to another key
     */
    public InputStream open(InputStream in) throws IOException {
        var head = new DataInputStream(in);
        if (!java.util.Arrays.equals(head.readNBytes(MARK.length), MARK)) {
            throw new IOException("this file is not an archive of Demarche");
        }
        int length = head.readInt();
        if (length < 0 || length > SEALED_KEY_MAX) {
            throw new IOException("this archive is broken");
        }
        try {
            var once = keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(head.readNBytes(length), MARK);
            return TinkProtoKeysetFormat.parseKeyset(once, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class)
                    .newDecryptingStream(in, MARK);
        } catch (GeneralSecurityException e) {
            throw new IOException("this key does not open this archive", e);
        }
    }

    private static void register() throws GeneralSecurityException {
        HybridConfig.register();
        StreamingAeadConfig.register();
    }
}

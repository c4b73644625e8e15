package org.demarche.privacy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** An Ed25519 key in the {@code keys} folder (RFC 8032), for statements that outsiders verify. */
public final class SigningKey {

    private final PublicKeySign signer;
    private final byte[] publicKey;

    private SigningKey(PublicKeySign signer, byte[] publicKey) {
        this.signer = signer;
        this.publicKey = publicKey;
    }

    public static SigningKey loadOrCreate(Path dataDir, String name) throws GeneralSecurityException {
        SignatureConfig.register();
        // Without prefix: 64 bytes that any Ed25519 library verifies.
        var keyset = new KeyFiles(dataDir.resolve("keys"))
                .loadOrCreate(name, Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX));
        var publicKey =
                (Ed25519PublicKey) keyset.getPublicKeysetHandle().getPrimary().getKey();
        return new SigningKey(
                keyset.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class),
                publicKey.getPublicKeyBytes().toByteArray());
    }

    /**
     * Puts a new key in the place of the one under this name, and keeps the old one beside it.
     *
     * @param oldName what the old one is called from now on
     */
    public static SigningKey replace(Path dataDir, String name, String oldName) throws GeneralSecurityException {
        SignatureConfig.register();
        var files = new KeyFiles(dataDir.resolve("keys"));
        files.replace(oldName, files.load(name));
        files.replace(name, KeysetHandle.generateNew(Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX)));
        return loadOrCreate(dataDir, name);
    }

    /** 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            return signer.sign(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** 32 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }
}

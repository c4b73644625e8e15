package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;

/**
 * Seals personal data so that the database alone shows none. A sealed value is one version byte, the 16 bytes of its
 * data key's id, and an AES-256-GCM ciphertext bound to its context, so that it cannot be moved to another row.
 */
@ApplicationScoped
public class Vault {

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + 16;

    static final HkdfPrfParameters INDEX = indexParameters();

    private final DataKeys dataKeys;
    private final KeyedIndex index;

    Vault(DataKeys dataKeys, DemarcheConfig config) throws GeneralSecurityException {
        register();
        this.dataKeys = dataKeys;
        this.index = new KeyedIndex(new KeyFiles(config.keysDir()).loadOrCreate("blind-index", INDEX));
    }

    static void register() throws GeneralSecurityException {
        AeadConfig.register();
        HybridConfig.register();
        PrfConfig.register();
    }

    private static HkdfPrfParameters indexParameters() {
        try {
            return HkdfPrfParameters.builder()
                    .setKeySizeBytes(32)
                    .setHashType(HkdfPrfParameters.HashType.SHA256)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Seals bytes for a scope.
     *
     * @param scope a scope opened with {@link Scopes#create}
     * @param context what the value belongs to, such as {@code signature:<id>}; needed again to open it
     */
    public byte[] seal(String scope, byte[] plain, String context) {
        try {
            var key = dataKeys.current(scope);
            var ciphertext = key.aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(HEADER + ciphertext.length)
                    .put(VERSION)
                    .putLong(key.id().getMostSignificantBits())
                    .putLong(key.id().getLeastSignificantBits())
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Has a key ready, so that {@link #seal} within the next seconds needs no second connection to the database. */
    public void prepare(String scope) {
        dataKeys.prepare(scope);
    }

    public byte[] seal(String scope, String plain, String context) {
        return seal(scope, plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** Whether this process holds the key that opens; a process that only serves the site does not. */
    public boolean opens() {
        return dataKeys.canOpen();
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws Locked where this process holds no key for it, the key was destroyed, or the value was altered or moved
     */
    public byte[] open(byte[] sealed, String context) {
        try {
            var buffer = ByteBuffer.wrap(sealed);
            if (buffer.get() != VERSION) {
                throw new Locked("unknown sealing version", null);
            }
            Aead aead = dataKeys.byId(new UUID(buffer.getLong(), buffer.getLong()));
            var ciphertext = new byte[buffer.remaining()];
            buffer.get(ciphertext);
            return aead.decrypt(ciphertext, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new Locked("sealed value cannot be opened: " + context, e);
        }
    }

    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * A keyed index of a value: equal values of one purpose give equal indexes, and without the key nothing can be
     * guessed from them. 32 bytes.
     */
    public byte[] blindIndex(String purpose, String value) {
        try {
            return index.of((purpose + "\u0000" + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("indexing failed", e);
        }
    }
}

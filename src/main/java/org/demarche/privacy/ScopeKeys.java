package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The keys that wrap the private halves of scopes: the master key, and a key file for each scope. Both are needed, so that
 * deleting one small file ends the reading of a scope in every backup of the database, while other scopes go on.
 */
final class ScopeKeys {

    static final String MASTER = "master";
    static final AesGcmParameters AES_256 = aes256();

    private final KeyFiles files;
    private final Aead master;

    ScopeKeys(Path dataDir) throws GeneralSecurityException {
        this(new KeyFiles(dataDir));
    }

    private ScopeKeys(KeyFiles files) throws GeneralSecurityException {
        this(files, files.loadOrCreate(MASTER, AES_256));
    }

    ScopeKeys(KeyFiles files, KeysetHandle master) throws GeneralSecurityException {
        this.files = files;
        this.master = master.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static AesGcmParameters aes256() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Wraps under a scope's own key, made now, and the master key around it. */
    Aead fresh(String scope) throws GeneralSecurityException {
        return both(aead(name(scope)));
    }

    /** The same again; the master key alone for scopes made before scopes had keys of their own. */
    Aead existing(String scope) throws GeneralSecurityException {
        return files.exists(name(scope)) ? both(aead(name(scope))) : master;
    }

    void delete(String scope) {
        files.delete(name(scope));
    }

    private Aead aead(String file) throws GeneralSecurityException {
        return files.loadOrCreate(file, AES_256).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private Aead both(Aead own) {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
                return master.encrypt(own.encrypt(plain, context), context);
            }

            @Override
            public byte[] decrypt(byte[] wrapped, byte[] context) throws GeneralSecurityException {
                return own.decrypt(master.decrypt(wrapped, context), context);
            }
        };
    }

    private static String name(String scope) {
        return "scope-" + scope.replaceAll("[^a-zA-Z0-9-]", "-");
    }
}

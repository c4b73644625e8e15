package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The keys that wrap the private halves of scopes: the master key, and a key file for each scope. Both are needed, so that
 * deleting one small file ends the reading of a scope in every backup of the database, while other scopes go on.
 */
final class ScopeKeys {

    private static final String MASTER = "master";

    private final KeyFiles files;
    private final AesGcmParameters aes256;
    private final Aead master;

    ScopeKeys(Path dataDir) throws GeneralSecurityException {
        this.files = new KeyFiles(dataDir);
        this.aes256 = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        this.master = aead(MASTER);
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
        return files.loadOrCreate(file, aes256).getPrimitive(RegistryConfiguration.get(), Aead.class);
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

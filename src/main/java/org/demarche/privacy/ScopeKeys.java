package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import org.demarche.common.DemarcheConfig;
import org.jboss.logging.Logger;

/**
 * The keys that wrap the private halves of scopes: the master key, and a key file for each scope. Both are needed, so that
 * deleting one small file ends the reading of a scope in every backup of the database, while other scopes go on.
 */
final class ScopeKeys {

    static final String MASTER = "master";

    /** How names of files with a scope's own key begin. */
    static final String PREFIX = "scope-";

    private static final Logger LOG = Logger.getLogger(ScopeKeys.class);

    static final AesGcmParameters AES_256 = aes256();

    private final KeyFiles common;
    private final KeyFiles own;
    private final Aead master;

    ScopeKeys(DemarcheConfig config) throws GeneralSecurityException {
        this(config, new KeyFiles(config.keysDir()).loadOrCreate(MASTER, AES_256));
    }

    ScopeKeys(DemarcheConfig config, KeysetHandle master) throws GeneralSecurityException {
        this.common = new KeyFiles(config.keysDir());
        this.own = config.campaignKeysDir().map(KeyFiles::new).orElse(common);
        this.master = master.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Moves keys of scopes that still lie among the common ones into the folder that all nodes share. Where that folder is
     * read only, they are used where they are, and their deletion is left to a person.
     */
    void gather() {
        if (own == common) {
            return;
        }
        for (var name : common.named(PREFIX)) {
            own.take(name, common);
            if (!common.deleteIfAllowed(name)) {
                LOG.warnf(
                        "%s.json lies in two folders; delete the one in keys/ by hand, or it outlives its campaign",
                        name);
            }
        }
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
        return both(own.loadOrCreate(name(scope), AES_256));
    }

    /**
     * The same again, read from its file each time: another node may have made it a moment ago, or deleted it. The master
     * key alone for scopes made before scopes had keys of their own.
     */
    Aead existing(String scope) throws GeneralSecurityException {
        for (var files : List.of(own, common)) {
            var key = files.find(name(scope));
            if (key.isPresent()) {
                return both(key.get());
            }
        }
        return master;
    }

    void delete(String scope) {
        own.delete(name(scope));
        if (own != common && !common.deleteIfAllowed(name(scope))) {
            LOG.errorf("%s.json could not be deleted from keys/: delete it by hand", name(scope));
        }
    }

    private Aead both(KeysetHandle key) throws GeneralSecurityException {
        var inner = key.getPrimitive(RegistryConfiguration.get(), Aead.class);
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
                return master.encrypt(inner.encrypt(plain, context), context);
            }

            @Override
            public byte[] decrypt(byte[] wrapped, byte[] context) throws GeneralSecurityException {
                return inner.decrypt(master.decrypt(wrapped, context), context);
            }
        };
    }

    private static String name(String scope) {
        return PREFIX + scope.replaceAll("[^a-zA-Z0-9-]", "-");
    }
}

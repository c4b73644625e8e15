package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.demarche.common.DemarcheConfig;

/**
 * The key pairs of the vault, one a scope. The private halves lie in the database under the master key, which only
 * {@code desk} and {@code worker} processes hold: a {@code site} process can seal and never open.
 */
@ApplicationScoped
public class Scopes {

    /** For what belongs to no campaign: staff mail, missions' answers. */
    public static final String ORGANISATION = "organisation";

    static final AesGcmParameters MASTER = master();

    private final Clock clock;
    private final Aead master;

    Scopes(DemarcheConfig config, Clock clock) throws GeneralSecurityException {
        AeadConfig.register();
        HybridConfig.register();
        this.clock = clock;
        this.master = config.opens() ? masterKey(config) : null;
    }

    private static AesGcmParameters master() {
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

    private static Aead masterKey(DemarcheConfig config) throws GeneralSecurityException {
        return new KeyFiles(config.dataDir())
                .loadOrCreate("master", MASTER)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** The scope of one campaign's signatures and mails. */
    public static String ofCampaign(String slug) {
        return "campaign:" + slug;
    }

    /** Makes the scope's key pair where there is none yet. */
    @Transactional
    public void create(String scope) {
        if (VaultScope.findById(scope) != null) {
            return;
        }
        try {
            var keys = KeysetHandle.generateNew(HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build());
            var row = new VaultScope();
            row.name = scope;
            row.publicKeyset = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle());
            row.privateKeyset = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    keys, requireMaster(), scope.getBytes(StandardCharsets.UTF_8));
            row.createdAt = clock.instant();
            row.persist();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make keys for " + scope, e);
        }
    }

    @Transactional
    boolean exists(String scope) {
        return VaultScope.findById(scope) != null;
    }

    /** Destroys the scope's private key: what was sealed in it can never be opened again. */
    @Transactional
    public void destroy(String scope) {
        VaultScope.update("privateKeyset = null where name = ?1", scope);
    }

    KeysetHandle publicKeys(String scope) throws GeneralSecurityException {
        VaultScope row = VaultScope.findById(scope);
        if (row == null) {
            throw new IllegalStateException("no vault scope " + scope);
        }
        return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(row.publicKeyset);
    }

    KeysetHandle privateKeys(String scope) throws GeneralSecurityException {
        VaultScope row = VaultScope.findById(scope);
        if (row == null || row.privateKeyset == null) {
            throw new Locked("the key of " + scope + " was destroyed", null);
        }
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                row.privateKeyset, requireMaster(), scope.getBytes(StandardCharsets.UTF_8));
    }

    boolean canOpen() {
        return master != null;
    }

    private Aead requireMaster() {
        if (master == null) {
            throw new Locked("this process seals and does not open", null);
        }
        return master;
    }
}

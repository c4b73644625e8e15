package org.demarche.privacy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
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

    private final Clock clock;
    private final ScopeKeys wrapping;
    private final Event<ScopeDestroyed> destroyed;

    Scopes(DemarcheConfig config, Clock clock, Event<ScopeDestroyed> destroyed) throws GeneralSecurityException {
        AeadConfig.register();
        HybridConfig.register();
        this.clock = clock;
        this.wrapping = config.opens() ? new ScopeKeys(config) : null;
        this.destroyed = destroyed;
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
                    keys, wrapping().fresh(scope), scope.getBytes(StandardCharsets.UTF_8));
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

    /**
     * Destroys the scope's private key: what was sealed in it can never be opened again. Its key file goes too, so that
     * no backup of the database opens it either, as long as the key folder is kept without its past.
     */
    @Transactional
    public void destroy(String scope) {
        wrapping();
        VaultScope.update("privateKeyset = null where name = ?1", scope);
        destroyed.fire(new ScopeDestroyed(scope));
    }

    /** Not before the end is committed: a campaign whose end was rolled back still needs its key. */
    void deleteKey(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScopeDestroyed gone) {
        wrapping().delete(gone.scope());
    }

    /** Takes the key files in hand: moves them to where they belong, and deletes what a kill after a commit left behind. */
    @Transactional
    void tidyKeys() {
        wrapping().gather();
        for (var ended : VaultScope.<VaultScope>list("privateKeyset is null")) {
            wrapping().delete(ended.name);
        }
    }

    /** Whether what was sealed in this scope could still be opened by somebody. */
    @Transactional
    public boolean isAlive(String scope) {
        VaultScope row = VaultScope.findById(scope);
        return row != null && row.privateKeyset != null;
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
                row.privateKeyset, wrapping().existing(scope), scope.getBytes(StandardCharsets.UTF_8));
    }

    boolean canOpen() {
        return wrapping != null;
    }

    private ScopeKeys wrapping() {
        if (wrapping == null) {
            throw new Locked("this process seals and does not open", null);
        }
        return wrapping;
    }
}

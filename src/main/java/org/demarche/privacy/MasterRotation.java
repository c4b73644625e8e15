package org.demarche.privacy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.demarche.common.DemarcheConfig;

/**
 * Replaces the master key without stopping the house, in two steps: a second key joins the file, every node is started
 * anew and knows both; then the scopes are sealed under the second and the first is dropped. No row is touched.
 */
@ApplicationScoped
public class MasterRotation {

    private static final String NAME = ScopeKeys.MASTER;

    private final KeyFiles files;
    private final DemarcheConfig config;

    MasterRotation(DemarcheConfig config) throws GeneralSecurityException {
        AeadConfig.register();
        HybridConfig.register();
        this.files = new KeyFiles(config.keysDir());
        this.config = config;
    }

    /**
     * The first step.
     *
     * @throws IllegalStateException where a rotation was begun already
     */
    public void add() {
        var now = files.load(NAME);
        if (now.size() > 1) {
            throw new IllegalStateException("a second master key is there already; finish that rotation first");
        }
        try {
            files.replace(
                    NAME,
                    KeysetHandle.newBuilder(now)
                            .addEntry(KeysetHandle.generateEntryFromParameters(ScopeKeys.AES_256)
                                    .withRandomId())
                            .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no second key could be added", e);
        }
    }

    /** The second step; returns how many scopes were sealed anew. At every moment the file opens every scope. */
    public int finish() {
        try {
            var both = KeysetHandle.newBuilder(files.load(NAME));
            if (both.size() != 2) {
                throw new IllegalStateException("there is no second master key; add one first");
            }
            both.getAt(1).makePrimary();
            var second = both.build();
            files.replace(NAME, second);
            int scopes = QuarkusTransaction.requiringNew().call(() -> sealAnew(second));
            var only = KeysetHandle.newBuilder(second).deleteAt(0).build();
            QuarkusTransaction.requiringNew().run(() -> requireOpens(only));
            files.replace(NAME, only);
            return scopes;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key could not be replaced", e);
        }
    }

    private int sealAnew(KeysetHandle master) throws GeneralSecurityException {
        var keysOfScopes = new ScopeKeys(config, master);
        var scopes = sealed();
        for (var scope : scopes) {
            var context = scope.name.getBytes(StandardCharsets.UTF_8);
            var aead = keysOfScopes.existing(scope.name);
            var keys = TinkProtoKeysetFormat.parseEncryptedKeyset(scope.privateKeyset, aead, context);
            scope.privateKeyset = TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, aead, context);
        }
        return scopes.size();
    }

    private void requireOpens(KeysetHandle master) {
        try {
            var keysOfScopes = new ScopeKeys(config, master);
            for (var scope : sealed()) {
                TinkProtoKeysetFormat.parseEncryptedKeyset(
                        scope.privateKeyset,
                        keysOfScopes.existing(scope.name),
                        scope.name.getBytes(StandardCharsets.UTF_8));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a scope does not open with the new key; both stay in the file", e);
        }
    }

    private static List<VaultScope> sealed() {
        return VaultScope.list("privateKeyset is not null");
    }
}

package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AesGcmParameters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.common.jobs.Rounds;

/**
 * The symmetric keys that seal rows. Sealing each row to a public key would cost a millisecond; instead a fresh key is
 * sealed once, used for a short while, and forgotten by processes that only seal.
 */
@ApplicationScoped
class DataKeys {

    record DataKey(UUID id, Aead aead, Instant until) {}

    /** What one leaked key can open: the rows of a minute. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    /** Longer than any transaction that seals. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    /** A key is held at most this much longer than it is used, on a night when nobody signs too. */
    private static final Duration FORGET_EVERY = Duration.ofSeconds(15);

    private final Scopes scopes;
    private final Clock clock;
    private Rounds forgetting;
    private final Map<String, DataKey> current = new ConcurrentHashMap<>();
    private final OpenedKeys opened = new OpenedKeys();

    DataKeys(Scopes scopes, Clock clock) {
        this.scopes = scopes;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        forgetting = Rounds.begin("past-keys", FORGET_EVERY, "Past keys cannot be forgotten", this::forgetPast);
    }

    void stop(@Observes ShutdownEvent ended) {
        forgetting.end();
    }

    /** Lets go of keys whose time is over, and says how many; without it the last key stays until somebody seals again. */
    int forgetPast() {
        var now = clock.instant();
        var past = 0;
        for (var key : current.entrySet()) {
            // Not if another took its place meanwhile.
            past += !now.isBefore(key.getValue().until) && current.remove(key.getKey(), key.getValue()) ? 1 : 0;
        }
        return past + opened.forgetPast(now);
    }

    DataKey current(String scope) {
        var now = clock.instant();
        var known = current.get(scope);
        if (known != null && now.isBefore(known.until())) {
            return known;
        }
        return current.compute(scope, (name, key) -> key != null && now.isBefore(key.until()) ? key : fresh(name, now));
    }

    /** Renews the key a little before its time; nothing where there is no such scope. */
    void prepare(String scope) {
        var now = clock.instant();
        if (lasts(current.get(scope), now) || !scopes.exists(scope)) {
            return;
        }
        current.compute(scope, (name, key) -> lasts(key, now) ? key : fresh(name, now));
    }

    private static boolean lasts(DataKey key, Instant now) {
        return key != null && now.isBefore(key.until().minus(EARLY));
    }

    boolean canOpen() {
        return scopes.canOpen();
    }

    Aead byId(UUID id) throws GeneralSecurityException {
        var known = opened.find(id, clock.instant());
        if (known.isPresent()) {
            return known.get();
        }
        Aead aead = unsealed(id);
        opened.keep(id, aead, clock.instant());
        return aead;
    }

    /** The transaction wraps what is thrown in it, and callers must learn that they hold no key. */
    private Aead unsealed(UUID id) throws GeneralSecurityException {
        try {
            return QuarkusTransaction.joiningExisting().call(() -> unseal(id));
        } catch (QuarkusTransactionException e) {
            if (e.getCause() instanceof GeneralSecurityException wrongKey) {
                throw wrongKey;
            }
            throw e;
        }
    }

    /** Keys already opened here would go on opening; other nodes forget within ten minutes. */
    void forget(@Observes ScopeDestroyed gone) {
        current.remove(gone.scope());
        opened.forgetAll();
    }

    private DataKey fresh(String scope, Instant now) {
        // Committed on its own: a row sealed later must find its key although the first caller rolled back.
        return QuarkusTransaction.requiringNew().call(() -> {
            var keyset = KeysetHandle.generateNew(AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build());
            var row = new VaultDataKey();
            row.id = UUID.randomUUID();
            row.scope = scope;
            row.createdAt = now;
            row.sealedKey = scopes.publicKeys(scope)
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(
                            TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()),
                            binding(scope, row.id));
            row.persist();
            return new DataKey(row.id, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), now.plus(LIFE));
        });
    }

    private Aead unseal(UUID id) throws GeneralSecurityException {
        VaultDataKey row = VaultDataKey.findById(id);
        if (row == null) {
            throw new Locked("unknown data key", null);
        }
        var keyset = scopes.privateKeys(row.scope)
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(row.sealedKey, binding(row.scope, id));
        return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] binding(String scope, UUID id) {
        return (scope + "/" + id).getBytes(StandardCharsets.UTF_8);
    }
}

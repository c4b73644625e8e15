package org.demarche.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VaultTest {

    @Inject
    Vault vault;

    @Inject
    Scopes scopes;

    @BeforeEach
    void openScope() {
        scopes.create("test:vault");
    }

    @Test
    void opensWhatItSealed() {
        var sealed = vault.seal("test:vault", "山田 太郎", "signature:1");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("山田");
        assertThat(vault.openText(sealed, "signature:1")).isEqualTo("山田 太郎");
    }

    @Test
    void aSealedValueCannotBeMovedToAnotherRow() {
        var sealed = vault.seal("test:vault", "山田 太郎", "signature:1");
        assertThatThrownBy(() -> vault.open(sealed, "signature:2")).isInstanceOf(Locked.class);
    }

    @Test
    void oneChangedByteIsNoticed() {
        var sealed = vault.seal("test:vault", "山田 太郎", "signature:1");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed, "signature:1")).isInstanceOf(Locked.class);
    }

    @Test
    void theSameValueSealsDifferentlyAndIndexesTheSame() {
        assertThat(vault.seal("test:vault", "x", "c")).isNotEqualTo(vault.seal("test:vault", "x", "c"));
        assertThat(vault.blindIndex("mailbox", "a@example.org"))
                .isEqualTo(vault.blindIndex("mailbox", "a@example.org"));
        assertThat(vault.blindIndex("mailbox", "a@example.org"))
                .isNotEqualTo(vault.blindIndex("name", "a@example.org"));
    }

    @Test
    void aPastKeyIsForgottenThoughNobodySealsAnew() {
        var now = new AtomicReference<>(Instant.parse("2026-09-24T00:00:00Z"));
        var keys = new DataKeys(scopes, new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        var key = keys.current("test:vault");
        assertThat(keys.forgetPast()).isZero();
        assertThat(keys.current("test:vault")).isSameAs(key);
        now.set(key.until());
        assertThat(keys.forgetPast()).isOne();
    }

    @Test
    void aDestroyedScopeOpensNothingMore() {
        scopes.create("test:ended");
        var sealed = vault.seal("test:ended", "secret", "c");
        scopes.destroy("test:ended");
        assertThatThrownBy(() -> vault.open(sealed, "c")).isInstanceOf(Locked.class);
    }
}

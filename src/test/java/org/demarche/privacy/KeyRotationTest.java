package org.demarche.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.signing.ledger.LedgerRotation;
import org.demarche.site.watch.Watched;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Watched.class)
class KeyRotationTest {

    private static final String CONTEXT = "test:rotation";

    @Inject
    DemarcheConfig config;

    @Inject
    Clock clock;

    @Inject
    Event<ScopeDestroyed> destroyed;

    @Inject
    Vault vault;

    @Inject
    MasterRotation master;

    @Inject
    LedgerRotation ledger;

    @Inject
    KeyMarks marks;

    @Test
    void everyNodeOpensEveryRowBeforeDuringAndAfterTheMasterKeyIsReplaced() throws Exception {
        var sealed = vault.seal(Scopes.ORGANISATION, "Rota Torova", CONTEXT);
        var file = config.dataDir().resolve("keys/master.json");
        var oldFile = Files.readString(file);

        assertThatThrownBy(master::finish).hasMessageContaining("add one first");
        master.add();
        assertThatThrownBy(master::add).hasMessageContaining("already");
        var startedBetween = new Scopes(config, clock, destroyed);
        assertThat(open(startedBetween, sealed)).isEqualTo("Rota Torova");

        assertThat(master.finish()).isGreaterThanOrEqualTo(2);
        assertThat(open(startedBetween, sealed)).isEqualTo("Rota Torova");
        assertThat(open(new Scopes(config, clock, destroyed), sealed)).isEqualTo("Rota Torova");

        // The stolen old key opens nothing any more.
        var newFile = Files.readString(file);
        Files.writeString(file, oldFile);
        var thief = new Scopes(config, clock, destroyed);
        Files.writeString(file, newFile);
        assertThatThrownBy(() -> open(thief, sealed)).isInstanceOf(Locked.class);
    }

    @Test
    void theOldLedgerKeyVouchesForTheNewOne() throws Exception {
        var succession = ledger.rotate();

        assertThat(succession.newKey()).isNotEqualTo(succession.oldKey());
        var check = Signature.getInstance("Ed25519");
        // RFC 8410: the fixed head of an Ed25519 public key in X.509 form.
        var encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of().formatHex(Base64.getDecoder().decode(succession.oldKey())));
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(("demarche-ledger-key\n" + succession.newKey()).getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getDecoder().decode(succession.signature())))
                .isTrue();
        assertThat(marks.of("ledger").orElseThrow())
                .isEqualTo(Base64.getDecoder().decode(succession.newKey()));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Campaign.count()))
                .isPositive();
    }

    @Test
    void aNodeWithForeignKeysDoesNotStart() {
        assertThatThrownBy(() -> marks.require("blind-index", new byte[32]))
                .hasMessageContaining("not the key that this database was made with")
                .hasMessageContaining(Path.of("keys", "blind-index.json").toString());
    }

    private String open(Scopes scopes, byte[] sealed) throws Exception {
        return new Vault(new DataKeys(scopes, clock), config).openText(sealed, CONTEXT);
    }
}

package org.demarche.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.common.DemarcheConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of a campaign with several nodes: made once, found by all, and gone when it is destroyed. */
@QuarkusTest
class CampaignKeysTest {

    private static final int NODES = 8;

    @Inject
    DemarcheConfig config;

    @Inject
    Clock clock;

    @Inject
    Event<ScopeDestroyed> destroyed;

    @Inject
    Scopes house;

    @TempDir
    Path shared;

    @TempDir
    Path own;

    private final String scope = "test:" + UUID.randomUUID();
    private final String file = "scope-" + scope.replace(':', '-') + ".json";

    @BeforeEach
    void theMasterKeyIsThere() {
        assertThat(config.keysDir().resolve("master.json")).exists();
    }

    @AfterEach
    void leaveNoScopeThatOthersCannotOpen() {
        house.destroy(scope);
    }

    @Test
    void nodesThatMakeOneKeyAtOnceEndWithOne() throws Exception {
        Vault.register();
        for (int round = 0; round < 20; round++) {
            var name = "scope-" + round;
            var atOnce = new CyclicBarrier(NODES);
            Callable<Integer> node = () -> {
                atOnce.await();
                return new KeyFiles(shared)
                        .loadOrCreate(name, ScopeKeys.AES_256)
                        .getPrimary()
                        .getId();
            };
            var keys = new HashSet<Integer>();
            try (var nodes = Executors.newFixedThreadPool(NODES)) {
                var made = new ArrayList<Future<Integer>>();
                for (int n = 0; n < NODES; n++) {
                    made.add(nodes.submit(node));
                }
                for (var one : made) {
                    keys.add(one.get());
                }
            }
            assertThat(keys).hasSize(1);
        }
        try (var files = Files.list(shared)) {
            assertThat(files).hasSize(20);
        }
    }

    @Test
    void aNodeThatStartedBeforeTheCampaignOpensWhatIsSealedInIt() throws Exception {
        var before = node(shared);
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                node(shared).create(scope);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(shared.resolve(file)).exists();
        var sealed = vault(node(shared)).seal(scope, "Hana Mori", "c");
        assertThat(vault(before).openText(sealed, "c")).isEqualTo("Hana Mori");
        assertThatThrownBy(() -> vault(node(null)).openText(sealed, "c")).isInstanceOf(Locked.class);
    }

    @Test
    void aKeyAmongTheCommonOnesMovesToTheSharedFolder() throws Exception {
        house.create(scope);
        var sealed = vault(house).seal(scope, "Hana Mori", "c");
        var keys = Files.createDirectories(own.resolve("keys"));
        for (var name : List.of("master.json", file)) {
            Files.copy(config.keysDir().resolve(name), keys.resolve(name));
        }
        var node = node(own, shared);
        assertThat(vault(node).openText(sealed, "c")).isEqualTo("Hana Mori");
        QuarkusTransaction.requiringNew().run(node::tidyKeys);
        assertThat(keys.resolve(file)).doesNotExist();
        assertThat(shared.resolve(file)).exists();
        assertThat(vault(node).openText(sealed, "c")).isEqualTo("Hana Mori");
    }

    @Test
    void aKeyIsDeletedWithTheCommitAndNotBefore() {
        house.create(scope);
        var key = config.keysDir().resolve(file);
        QuarkusTransaction.begin();
        house.destroy(scope);
        assertThat(key).exists();
        QuarkusTransaction.rollback();
        assertThat(key).exists();
        house.destroy(scope);
        assertThat(key).doesNotExist();
    }

    @Test
    void whatAKillLeftBehindGoesAtTheNextStart() throws Exception {
        house.create(scope);
        var key = config.keysDir().resolve(file);
        var leftBehind = Files.readString(key);
        house.destroy(scope);
        Files.writeString(key, leftBehind);
        house.tidyKeys();
        assertThat(key).doesNotExist();
    }

    private Vault vault(Scopes scopes) throws Exception {
        return new Vault(new DataKeys(scopes, clock), config);
    }

    private Scopes node(Path campaignKeys) throws Exception {
        return node(config.dataDir(), campaignKeys);
    }

    /** A desk or worker node; {@code null} for one whose folder of campaign keys is its own. */
    private Scopes node(Path dataDir, Path campaignKeys) throws Exception {
        return new Scopes(
                new DemarcheConfig() {
                    @Override
                    public Path dataDir() {
                        return dataDir;
                    }

                    @Override
                    public Optional<Path> campaignKeysDir() {
                        return Optional.ofNullable(campaignKeys);
                    }

                    @Override
                    public String baseUrl() {
                        return config.baseUrl();
                    }

                    @Override
                    public Set<String> roles() {
                        return Set.of("desk");
                    }

                    @Override
                    public String fourEyes() {
                        return "on";
                    }
                },
                clock,
                destroyed);
    }
}

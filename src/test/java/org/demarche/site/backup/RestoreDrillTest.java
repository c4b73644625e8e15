package org.demarche.site.backup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.demarche.OnOwnH2;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.database.copy.Rows;
import org.demarche.common.database.copy.Sum;
import org.demarche.common.database.copy.Tables;
import org.demarche.privacy.ArchiveKey;
import org.demarche.signing.Counting;
import org.demarche.site.command.Soundness;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that was never restored is a hope. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class RestoreDrillTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";
    private static final String NAME = "Hortensia Drillmaster";

    @Inject
    Backup backup;

    @Inject
    Databases here;

    @Inject
    DemarcheConfig config;

    @Inject
    Flyway flyway;

    @Inject
    EntityManager em;

    @Inject
    Counting counting;

    @Inject
    Soundness soundness;

    @Inject
    Clock clock;

    @TempDir
    Path temp;

    private Path privateKey;
    private Path archive;

    @BeforeEach
    void aKeyAndSomeSigners() throws Exception {
        privateKey = temp.resolve("backup.key");
        archive = temp.resolve("data.archive");
        ArchiveKey.create(privateKey, config.dataDir().resolve("keys").resolve(Backup.PUBLIC_KEY));
        for (int i = 0; i < 5; i++) {
            sign();
        }
        QuarkusTransaction.requiringNew()
                .run(() -> em.createNativeQuery("update signature set status = 'CONFIRMED', confirmed_at = created_at"
                                + " where status = 'PENDING'")
                        .executeUpdate());
        counting.count();
    }

    @Test
    void whatIsRestoredIsWhatWasThereOnEitherDatabase() throws Exception {
        backup.takeData(archive);
        var before = sums(here);

        assertThat(restore(emptyH2())).isEqualTo(before);
        try (var server = EmbeddedPostgres.builder().start()) {
            assertThat(restore(empty(server))).isEqualTo(before);
        }
        assertThat(before.get("ledger_leaf").rows()).isGreaterThanOrEqualTo(5);
        assertThat(soundness.report()).anyMatch(line -> line.contains(CAMPAIGN) && line.contains("is sound"));
    }

    @Test
    void aMoveToPostgreSqlLeavesNothingBehind() throws Exception {
        var old = emptyH2();
        backup.takeData(archive);
        restore(old);
        try (var server = EmbeddedPostgres.builder().start()) {
            var moved = new Move(empty(server)).from(old.url(), "demarche", "");
            moved.remove("scheduled_tasks");
            assertThat(moved).isEqualTo(sums(old));
            assertThatThrownBy(() -> new Move(empty(server)).from(old.url(), "demarche", ""))
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aBackupTakenWhilePeopleSignIsOfOneMoment() throws Exception {
        var begun = clock.instant().atOffset(ZoneOffset.UTC);
        var signing = new AtomicBoolean(true);
        var signers = Thread.ofVirtual().start(() -> {
            while (signing.get()) {
                sign();
            }
        });
        backup.takeData(archive);
        signing.set(false);
        signers.join();

        var restored = emptyH2();
        restore(restored);
        try (var database = restored.own();
                var counts = database.prepareStatement("select count(*), count(m.id), count(m.form), count(c.mail)"
                        + " from signature s left join mail m on m.person = s.id"
                        + " left join mail_content c on c.mail = m.id where s.created_at >= ?")) {
            counts.setObject(1, begun);
            var rows = counts.executeQuery();
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2)).isEqualTo(rows.getLong(3) + rows.getLong(4));
        }
    }

    @Test
    void anArchiveShowsNothingAndHoldsNoKey() throws Exception {
        backup.takeData(archive);
        backup.takeKeys(temp.resolve("keys.archive"));

        var text = new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1);
        assertThat(text.contains(NAME) || text.contains(CAMPAIGN) || text.contains("tables/"))
                .isFalse();
        try (var opened = ArchiveKey.ofPrivate(privateKey).open(Files.newInputStream(archive))) {
            var plain = new String(opened.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(plain.contains("tables/signature")).isTrue();
            assertThat(plain.contains("files/keys") || plain.contains("master.json"))
                    .isFalse();
        }
    }

    @Test
    void aCutArchiveOrAnotherKeyRestoresNothing() throws Exception {
        backup.takeData(archive);
        var cut = temp.resolve("cut.archive");
        var bytes = Files.readAllBytes(archive);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        var otherKey = temp.resolve("other.key");
        ArchiveKey.create(otherKey, temp.resolve("other.json"));

        var target = emptyH2();
        var restore = new Restore(target, config(temp.resolve("restored")));
        assertThatThrownBy(() -> restore.data(cut, privateKey)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> restore.data(archive, otherKey)).hasMessageContaining("does not open");
        assertThat(sums(target).get("signature")).isEqualTo(Sum.NONE);
    }

    private void sign() {
        given().contentType("application/json")
                .body(Map.of("name", NAME, "email", UUID.randomUUID() + "@example.org", "country", "JP"))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                .then()
                .statusCode(202);
    }

    private Map<String, Sum> restore(Databases target) throws Exception {
        var sums = new Restore(target, config(temp.resolve(UUID.randomUUID().toString()))).data(archive, privateKey);
        // Jobs move their own rows while the house runs.
        sums.remove("scheduled_tasks");
        assertThat(sums).isEqualTo(sums(target));
        return sums;
    }

    private static Map<String, Sum> sums(Databases databases) throws Exception {
        var sums = new TreeMap<String, Sum>();
        try (var database = databases.snapshot()) {
            for (var table : Tables.of(database)) {
                if (!table.name().equals("scheduled_tasks")) {
                    sums.put(table.name(), Rows.sum(database, table));
                }
            }
        }
        return sums;
    }

    private Databases emptyH2() {
        return empty("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "demarche", "", "binary large object");
    }

    private Databases empty(EmbeddedPostgres server) {
        return empty(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", "bytea");
    }

    private Databases empty(String url, String user, String password, String blob) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url, user, password)
                .placeholders(Map.of("blob", blob, "passing", "table"))
                .load()
                .migrate();
        return new Databases(url, user, Optional.of(password));
    }

    private DemarcheConfig config(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new DemarcheConfig() {
            @Override
            public Path dataDir() {
                return folder;
            }

            @Override
            public Optional<Path> campaignKeysDir() {
                return Optional.empty();
            }

            @Override
            public String baseUrl() {
                return config.baseUrl();
            }

            @Override
            public java.util.Set<String> roles() {
                return java.util.Set.of("command");
            }

            @Override
            public String fourEyes() {
                return "on";
            }
        };
    }
}

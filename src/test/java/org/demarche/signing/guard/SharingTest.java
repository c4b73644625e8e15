package org.demarche.signing.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.database.copy.Table;
import org.demarche.common.database.copy.Tables;
import org.demarche.privacy.Vault;
import org.junit.jupiter.api.Test;

/** One limit for several nodes; two of them stand on the database of this test. */
@QuarkusTest
@TestProfile(WithGuard.class)
class SharingTest {

    private static final int CAPACITY = 6;

    @Inject
    Vault vault;

    @Inject
    GuardConfig config;

    @Inject
    DemarcheConfig house;

    @Inject
    javax.sql.DataSource database;

    private final Clock clock = Clock.fixed(Instant.parse("2026-09-24T03:00:10Z"), ZoneOffset.UTC);
    private final String network = UUID.randomUUID().toString();

    private final class Node {
        final DaySalt salt = new DaySalt(vault, clock);
        final Sharing sharing = new Sharing(salt, config, house, clock);
        final Rate rate = sharing.rate("burst", CAPACITY, Duration.ofMinutes(1));

        boolean take() {
            return rate.take(network, clock.millis());
        }
    }

    @Test
    void whoTurnsToAnotherNodeFindsTheSameLimit() {
        var one = new Node();
        var two = new Node();
        for (int i = 0; i < 4; i++) {
            assertThat(one.take()).isTrue();
        }
        one.sharing.exchange();
        two.sharing.exchange();
        assertThat(two.take()).isTrue();
        assertThat(two.take()).isTrue();
        assertThat(two.take()).isFalse();
        two.sharing.exchange();
        one.sharing.exchange();
        assertThat(one.take()).isFalse();
        assertThat(one.rate.take(UUID.randomUUID().toString(), clock.millis())).isTrue();
    }

    @Test
    void oneNetworkHasOneNameOnAllNodesAndAnotherTomorrow() {
        var one = new Node();
        var two = new Node();
        one.salt.agree();
        two.salt.agree();
        assertThat(two.salt.hash(bytes())).isEqualTo(one.salt.hash(bytes()));
        var tomorrow = new DaySalt(vault, Clock.offset(clock, Duration.ofDays(1)));
        tomorrow.agree();
        assertThat(tomorrow.hash(bytes())).isNotEqualTo(one.salt.hash(bytes()));
        assertThat(days()).isZero();
    }

    @Test
    void whatIsToldIsASumAndNoAddressAndIsInNoBackup() throws Exception {
        var node = new Node();
        for (int i = 0; i < 4; i++) {
            node.take();
        }
        node.sharing.exchange();
        var places = QuarkusTransaction.requiringNew()
                .call(() -> GuardCount.<GuardCount>listAll().stream()
                        .map(row -> row.id + row.place)
                        .toList());
        assertThat(places).isNotEmpty().noneMatch(place -> place.contains(network));
        try (var connection = database.getConnection()) {
            assertThat(Tables.of(connection))
                    .extracting(Table::name)
                    .contains("guard_domain")
                    .noneMatch(name -> name.startsWith("passing"));
        }
    }

    private byte[] bytes() {
        return network.getBytes(StandardCharsets.UTF_8);
    }

    private long days() {
        return QuarkusTransaction.requiringNew()
                .call(() -> GuardSalt.count("forDay", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}

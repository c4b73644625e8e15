package org.demarche.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.demarche.common.DemarcheConfig;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SetupPageTest.EmptyDesk.class)
class FirstStaffTest {

    private record Settings(Optional<String> adminEmail, Optional<String> adminPassword, Optional<String> apiTokens)
            implements StaffConfig {
        @Override
        public SecondFactor secondFactor() {
            return SecondFactor.OPTIONAL;
        }
    }

    @Inject
    DemarcheConfig house;

    @Inject
    Scopes scopes;

    @Inject
    StaffRegister register;

    @Inject
    Clock clock;

    @BeforeEach
    void emptyTheDesk() {
        QuarkusTransaction.requiringNew().run(() -> {
            DeskSession.deleteAll();
            StaffMember.<StaffMember>listAll().forEach(StaffMember::delete);
        });
    }

    private void start(String email, String password) {
        var settings = new Settings(Optional.ofNullable(email), Optional.ofNullable(password), Optional.empty());
        new FirstStaff(house, settings, scopes, register, clock).arrive(null);
    }

    private static long staff() {
        return QuarkusTransaction.requiringNew().call(() -> StaffMember.count());
    }

    @Test
    void halfASettingStopsTheStart() {
        assertThatThrownBy(() -> start("kim@example.org", null)).hasMessageContaining("DEMARCHE_ADMIN_PASSWORD");
        assertThatThrownBy(() -> start(null, "three slow herons"))
                .hasMessageContaining("DEMARCHE_ADMIN_EMAIL")
                .hasMessageNotContaining("herons");
        assertThat(staff()).isZero();
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> start("kim", "three slow herons")).hasMessageContaining("DEMARCHE_ADMIN_EMAIL");
    }

    @Test
    void aWeakPasswordFromTheOperatorStillStarts() {
        start("kim@example.org", "short");
        assertThat(staff()).isEqualTo(1);
    }

    @Test
    void theSecondStartAddsNobody() {
        start("kim@example.org", "three slow herons");
        start("mo@example.org", "four fast falcons");
        assertThat(staff()).isEqualTo(1);
    }
}

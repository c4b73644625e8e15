package org.demarche.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class QuietHoursTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({
        "20:00-08:00, 2026-09-10T10:59:59Z, 2026-09-10T10:59:59Z",
        "20:00-08:00, 2026-09-10T11:00:00Z, 2026-09-10T23:00:00Z",
        "20:00-08:00, 2026-09-10T22:59:59Z, 2026-09-10T23:00:00Z",
        "20:00-08:00, 2026-09-10T23:00:00Z, 2026-09-10T23:00:00Z",
        "12:00-13:30, 2026-09-10T03:15:00Z, 2026-09-10T04:30:00Z",
        "off, 2026-09-10T15:00:00Z, 2026-09-10T15:00:00Z",
    })
    void shiftsToTheEndOfTheQuietHours(String setting, Instant at, Instant opening) {
        assertThat(QuietHours.parse(setting).opening(at, TOKYO)).isEqualTo(opening);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20:00", "8pm-8am", "20:00-25:00"})
    void whatCannotBeReadStopsTheStart(String setting) {
        assertThatThrownBy(() -> QuietHours.parse(setting)).hasMessageContaining("DEMARCHE_QUIET_HOURS");
    }

    @Test
    void backoffDoublesUpToFourHoursGiveOrTakeAFifth() {
        for (int i = 0; i < 200; i++) {
            assertThat(Backoff.wait(0, null)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
            assertThat(Backoff.wait(3, null)).isBetween(Duration.ofSeconds(384), Duration.ofSeconds(576));
            assertThat(Backoff.wait(50, null)).isBetween(Duration.ofMinutes(192), Duration.ofMinutes(288));
        }
        assertThat(Backoff.wait(9, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(31));
    }
}

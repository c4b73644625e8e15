package org.demarche.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class WallClockTest {

    private static final WallClock BERLIN = new WallClock(ZoneId.of("Europe/Berlin"));
    private static final WallClock TOKYO = new WallClock(ZoneId.of("Asia/Tokyo"));

    @Test
    void aTimeIsThatOfThePlace() {
        assertThat(TOKYO.first("opensAt", "2026-08-01T09:00")).isEqualTo(Instant.parse("2026-08-01T00:00:00Z"));
        assertThat(BERLIN.first("opensAt", "2026-08-01 09:00")).isEqualTo(Instant.parse("2026-08-01T07:00:00Z"));
        assertThat(BERLIN.first("opensAt", "2026-12-01T09:00")).isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
    }

    @Test
    void theHourThatIsMissingInSpringIsRefusedWithTheReason() {
        assertThatThrownBy(() -> BERLIN.first("opensAt", "2026-03-29T02:30"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().message())
                                .contains("from 02:00 to 03:00", "does not exist"));
    }

    @Test
    void theHourThatComesTwiceOpensEarlyAndClosesLate() {
        assertThat(BERLIN.first("opensAt", "2026-10-25T02:30")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(BERLIN.last("closesAt", "2026-10-25T02:30")).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var moment = Instant.parse("2026-09-20T14:59:00Z");
        assertThat(TOKYO.write(moment)).isEqualTo("2026-09-20T23:59");
        assertThat(TOKYO.last("closesAt", TOKYO.write(moment))).isEqualTo(moment);
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThatThrownBy(() -> TOKYO.first("opensAt", "tomorrow")).isInstanceOf(BadInput.class);
    }
}

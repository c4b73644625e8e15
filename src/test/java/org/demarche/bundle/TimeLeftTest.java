package org.demarche.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    @Test
    void itTakesAsLongAsItTookSoFar() {
        assertThat(TimeLeft.of(1_000, 3_000, Duration.ofSeconds(20))).contains(Duration.ofSeconds(60));
    }

    @Test
    void nobodyGuessesFromTheFirstLines() {
        assertThat(TimeLeft.of(100, 99_900, Duration.ofSeconds(5))).isEmpty();
    }

    @Test
    void afterARestartOnlyWhatWasDoneSinceTells() {
        var bundle = new Bundle();
        bundle.content = BundleContent.SHEETS;
        bundle.signatures = 20_000;
        bundle.linesDone = 5_900;
        var restart = Instant.parse("2026-09-20T10:00:00Z");
        bundle.start(restart);
        bundle.linesDone = 10_000;
        assertThat(bundle.timeLeft(restart.plusSeconds(50))).contains(Duration.ofSeconds(100));
        bundle.finish(0, restart.plusSeconds(200));
        assertThat(bundle.timeLeft(restart.plusSeconds(200))).isEmpty();
    }

    @Test
    void itIsSaidRoughly() {
        assertThat(TimeLeft.said(Duration.ofSeconds(12))).isEqualTo("Less than a minute left.");
        assertThat(TimeLeft.said(Duration.ofSeconds(170))).isEqualTo("About 3 minutes left.");
        assertThat(TimeLeft.said(Duration.ofMinutes(400))).isEqualTo("About 7 hours left.");
    }
}

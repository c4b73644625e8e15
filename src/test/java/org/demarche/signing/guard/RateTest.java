package org.demarche.signing.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private final Rate rate = new Rate(3, Duration.ofMinutes(1));

    @Test
    void soManyPassAndNoMoreUntilTimeHasGoneBy() {
        for (int i = 0; i < 3; i++) {
            assertThat(rate.take("a", 0)).isTrue();
        }
        assertThat(rate.take("a", 0)).isFalse();
        assertThat(rate.take("b", 0)).isTrue();
        assertThat(rate.take("a", 20_000)).isTrue();
        assertThat(rate.take("a", 20_000)).isFalse();
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        for (int i = 0; i < 3; i++) {
            rate.take("a", 100_000);
        }
        assertThat(rate.take("a", 0)).isFalse();
    }

    @Test
    void aLargeHouseHasItsShare() {
        for (int i = 0; i < 30; i++) {
            assertThat(rate.take("large", 10, 0)).as("%d", i).isTrue();
        }
        assertThat(rate.take("large", 10, 0)).isFalse();
    }

    @Test
    void theStrainIsSeenBeforeTheEnd() {
        assertThat(rate.strained("a", 0)).isFalse();
        rate.take("a", 0);
        rate.take("a", 0);
        assertThat(rate.strained("a", 0)).isTrue();
    }

    @Test
    void aFloodOfKeysIsForgottenAgain() {
        for (int i = 0; i < 200_000; i++) {
            assertThat(rate.take("key " + i, 0)).isTrue();
        }
    }
}

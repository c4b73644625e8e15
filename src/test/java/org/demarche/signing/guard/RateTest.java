package org.demarche.signing.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private final Rate rate = rate(Rate.Elsewhere.NOBODY);

    private static Rate rate(Rate.Elsewhere elsewhere) {
        return new Rate("test", 3, Duration.ofMinutes(1), elsewhere);
    }

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
    void whatOtherNodesTookIsTakenHereToo() {
        var shared = rate((name, key, window) -> key.equals("a") && window == 0 ? 2 : 0);
        assertThat(shared.take("a", 0)).isTrue();
        assertThat(shared.take("a", 0)).isFalse();
        assertThat(shared.take("a", 30_000)).isFalse();
        assertThat(shared.strained("a", 30_000)).isTrue();
        // A minute later most of it is past.
        assertThat(shared.take("a", 110_000)).isTrue();
        assertThat(shared.take("b", 0)).isTrue();
    }

    @Test
    void theOthersAreToldOfThoseWhoTakeMuchAndOnceOnly() {
        rate.take("once", 0);
        rate.take("more", 0);
        rate.take("more", 0);
        assertThat(rate.news(0)).containsExactly(new Rate.Taken("test", "more", 0, 2));
        assertThat(rate.news(0)).isEmpty();
        rate.take("more", 1);
        assertThat(rate.news(1)).containsExactly(new Rate.Taken("test", "more", 0, 3));
        assertThat(rate.news(70_000)).isEmpty();
    }

    @Test
    void aFloodOfKeysIsForgottenAgain() {
        for (int i = 0; i < 200_000; i++) {
            assertThat(rate.take("key " + i, 0)).isTrue();
        }
    }
}

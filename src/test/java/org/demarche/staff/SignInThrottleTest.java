package org.demarche.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class SignInThrottleTest {

    private static final Instant NOON = Instant.parse("2026-09-24T03:00:00Z");
    private static final List<String> KIM = List.of("account kim", "network a");

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void aFewTypingErrorsCostNothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.admit(KIM, NOON)).isZero();
        }
        assertThat(throttle.admit(KIM, NOON)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToAMinute() {
        var now = NOON;
        for (int i = 0; i < 5; i++) {
            throttle.admit(KIM, now);
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(throttle.admit(KIM, now)).isEqualTo(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            assertThat(throttle.admit(KIM, now)).isZero();
        }
    }

    @Test
    void manyAtOnceAreCountedBeforeTheirAnswersAreKnown() {
        long admitted = java.util.stream.IntStream.range(0, 100)
                .parallel()
                .filter(i -> throttle.admit(KIM, NOON).isZero())
                .count();
        assertThat(admitted).isEqualTo(5);
    }

    @Test
    void otherAccountsInOtherNetworksAreNotConcerned() {
        for (int i = 0; i < 10; i++) {
            throttle.admit(KIM, NOON);
        }
        assertThat(throttle.admit(List.of("account mo", "network b"), NOON)).isZero();
        assertThat(throttle.admit(List.of("account mo", "network a"), NOON)).isPositive();
        assertThat(throttle.admit(List.of("account kim", "network b"), NOON)).isPositive();
    }

    @Test
    void successAndAQuietHourForget() {
        for (int i = 0; i < 10; i++) {
            throttle.admit(KIM, NOON);
        }
        assertThat(throttle.admit(KIM, NOON.plus(Duration.ofMinutes(61)))).isZero();
        for (int i = 0; i < 10; i++) {
            throttle.admit(KIM, NOON);
        }
        throttle.forgive(KIM);
        assertThat(throttle.admit(KIM, NOON)).isZero();
    }
}

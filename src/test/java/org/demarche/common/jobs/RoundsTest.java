package org.demarche.common.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void afterARoundThatFailedTheNextIsMade() {
        var made = Rounds.begin("test", SOON, "fails", () -> {
            rounds.incrementAndGet();
            throw new IllegalStateException("the database is away");
        });
        await().until(() -> rounds.get() > 3);
        made.end();
    }

    @Test
    void whoEndsThemWaitsForTheRoundUnderWayAndDoesNotInterruptIt() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var made = Rounds.begin("test", SOON, "fails", () -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            rounds.incrementAndGet();
        });
        begun.await();
        var ending = Thread.ofVirtual().start(made::end);
        await().until(() -> ending.getState() == Thread.State.TIMED_WAITING);
        assertThat(rounds).hasValue(0);
        mayEnd.countDown();
        ending.join();
        assertThat(rounds).hasValue(1);
        assertThat(interrupted).isFalse();
    }
}

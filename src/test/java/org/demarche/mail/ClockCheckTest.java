package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A machine whose clock is wrong sends nothing, against the database's own clock. */
@QuarkusTest
class ClockCheckTest {

    /** Far more than a busy machine takes for this test, and less than the clock is moved by. */
    private static final Duration MOST = Duration.ofMinutes(30);

    private static final Duration JUMP = Duration.ofHours(2);

    @Inject
    EntityManager entities;

    private final MovableClock clock = new MovableClock();

    @Test
    void aClockThatJumpsIsNoticedAtOnceAndTrustedAgainOnceItAgrees() {
        var check = new ClockCheck(entities, clock, upTo(MOST));
        clock.set(Instant.now());
        assertThat(check.agrees()).isTrue();
        clock.advance(JUMP);
        assertThat(check.agrees()).as("two hours ahead").isFalse();
        clock.advance(JUMP.multipliedBy(-2));
        assertThat(check.agrees()).as("two hours behind").isFalse();
        clock.advance(JUMP);
        assertThat(check.agrees()).as("set right").isTrue();
    }

    private static MailConfig upTo(Duration most) {
        return (MailConfig) Proxy.newProxyInstance(
                MailConfig.class.getClassLoader(),
                new Class<?>[] {MailConfig.class},
                (proxy, asked, arguments) -> most);
    }
}

package org.demarche.common.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Something every node does again and again for itself, in a thread of its own, so that it goes on where all others are busy. It costs no row in the scheduler's table, so that looking where there
 * is nothing to do writes nothing.
 */
public final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    /** How long a round under way may take to end by itself. */
    private static final Duration LAST = Duration.ofSeconds(5);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Duration every;
    private final String trouble;
    private final Runnable round;
    private final Thread thread;
    private boolean failing;

    private Rounds(String name, Duration every, String trouble, Runnable round) {
        this.every = every;
        this.trouble = trouble;
        this.round = round;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::goOn);
    }

    /**
     * Begins at once.
     *
     * @param every the pause between two rounds
     * @param trouble what to tell an operator when rounds begin to fail; said once until one succeeds again
     */
    public static Rounds begin(String name, Duration every, String trouble, Runnable round) {
        var rounds = new Rounds(name, every, trouble, round);
        rounds.thread.start();
        return rounds;
    }

    /** Waits for a round under way, and never interrupts one: a file that is being written would be closed under it. */
    public void end() {
        ended.countDown();
        try {
            thread.join(LAST);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn() {
        try {
            do {
                once();
            } while (!ended.await(every.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn(trouble, e);
            }
            failing = true;
        }
    }
}

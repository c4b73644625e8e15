package org.demarche.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Records one dispatch's answers: whoever comes while others are being written is written with the next, so that many
 * share one commit and nobody waits for company.
 */
final class Recorder {

    private static final Logger LOG = Logger.getLogger(Recorder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 100;

    /** The database may be away for a moment just when a mail was taken by the relay; the lease outlasts these tries. */
    private static final int TRIES = 20;

    /** One by one, after so many failures in a row it is not the mails' fault. */
    private static final int IN_A_ROW = 3;

    private final UUID node;
    private final Answers answers;
    private final Runnable over;
    private final Queue<Tried> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    /** @param over called for each mail when nothing is under way for it any more, also where it could not be recorded */
    Recorder(UUID node, Answers answers, Runnable over) {
        this.node = node;
        this.answers = answers;
        this.over = over;
    }

    void record(Tried tried) {
        waiting.add(tried);
        while (!waiting.isEmpty() && writing.tryLock()) {
            try {
                write(gathered());
            } finally {
                writing.unlock();
            }
        }
    }

    private List<Tried> gathered() {
        List<Tried> batch = new ArrayList<>();
        for (var next = waiting.poll(); next != null; next = batch.size() < BATCH ? waiting.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    private void write(List<Tried> batch) {
        var left = together(batch);
        for (int tries = 2; !left.isEmpty() && tries <= TRIES; tries++) {
            pause();
            left = tries % 2 == 0 ? oneByOne(left) : together(left);
        }
        for (var lost : left) {
            LOG.errorf("mail %s: %s could not be recorded", lost.mail(), lost.what());
            over.run();
        }
    }

    /** What is left to record: all or nothing. */
    private List<Tried> together(List<Tried> batch) {
        if (batch.isEmpty()) {
            return batch;
        }
        try {
            answers.record(node, batch);
        } catch (RuntimeException databaseAwayOrOneOfThemBroken) {
            LOG.warnf(databaseAwayOrOneOfThemBroken, "%d answers could not be recorded yet", batch.size());
            return batch;
        }
        batch.forEach(one -> over.run());
        return List.of();
    }

    /** What is left to record once those that can be are. */
    private List<Tried> oneByOne(List<Tried> batch) {
        List<Tried> left = new ArrayList<>();
        int inARow = 0;
        for (var one : batch) {
            var done = inARow < IN_A_ROW && together(List.of(one)).isEmpty();
            inARow = done ? 0 : inARow + 1;
            if (!done) {
                left.add(one);
            }
        }
        return left;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

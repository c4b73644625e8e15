package org.demarche.mail;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.demarche.mail.smtp.Answer;
import org.demarche.mail.smtp.Outcome;
import org.demarche.mail.smtp.Relay;
import org.demarche.privacy.Locked;
import org.jboss.logging.Logger;

/** Sends one lane's due mails until it is stopped: claims a few, sends each on a thread of its own, claims the next. */
final class DispatchRun implements Runnable {

    private static final Logger LOG = Logger.getLogger(DispatchRun.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** The database may be away for a moment just when a mail was taken by the relay; the lease outlasts these tries. */
    private static final int RECORD_TRIES = 20;

    private final Lane lane;
    private final UUID node = UUID.randomUUID();
    private final Claims claims;
    private final Answers answers;
    private final Relay relay;
    private final int capacity;
    private final Semaphore free;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopping;

    /**
     * @param relay null where none is set: due mails are kept then
     * @param connections that the relay may be given; a few mails more are claimed ahead
     */
    DispatchRun(Lane lane, Claims claims, Answers answers, Relay relay, int connections) {
        this.lane = lane;
        this.claims = claims;
        this.answers = answers;
        this.relay = relay;
        this.capacity = 4 * connections;
        this.free = new Semaphore(capacity);
    }

    /** Looks for mail now and not at the next poll. */
    void ring() {
        bell.release();
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                if (!round()) {
                    bell.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Claims nothing more and waits until what is under way has its answer; false where the time ran out. */
    boolean stop(Duration most) throws InterruptedException {
        stopping = true;
        ring();
        return free.tryAcquire(capacity, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether there may be more to do at once. */
    private boolean round() throws InterruptedException {
        if (relay != null && !relay.mayTry()) {
            return false;
        }
        var places = capacity / 2;
        free.acquire(places);
        places += free.drainPermits();
        var used = 0;
        try {
            if (stopping) {
                return false;
            }
            var claim = claims.claim(lane, node, relay != null && relay.isDown() ? 1 : places);
            for (var mail : claim.mails()) {
                used++;
                Thread.ofVirtual().name("mail-", 0).start(() -> send(mail));
            }
            return claim.seen() > 0;
        } catch (RuntimeException databaseAway) {
            LOG.error("mails cannot be claimed", databaseAway);
            return false;
        } finally {
            free.release(places - used);
        }
    }

    private void send(UUID mail) {
        try (var turn = relay.turn(lane == Lane.PROMPT)) {
            if (stopping) {
                claims.putBack(mail, node);
                return;
            }
            var envelope = claims.open(mail, node);
            if (envelope.isPresent()) {
                record(mail, turn.send(envelope.get()));
            }
        } catch (Locked sealed) {
            record(mail, new Outcome.Refused("its content cannot be opened here", ""));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "mail %s cannot be sent", mail);
            record(
                    mail,
                    new Outcome.TryLater(
                            null,
                            Answer.clean("internal: " + unexpected.getClass().getSimpleName())));
        } finally {
            free.release();
            ring();
        }
    }

    private void record(UUID mail, Outcome outcome) {
        for (int tries = 1; ; tries++) {
            try {
                answers.record(mail, node, outcome);
                return;
            } catch (RuntimeException databaseAway) {
                if (tries == RECORD_TRIES) {
                    LOG.errorf(databaseAway, "mail %s: the answer could not be recorded", mail);
                    return;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

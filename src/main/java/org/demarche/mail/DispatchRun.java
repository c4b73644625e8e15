package org.demarche.mail;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.demarche.mail.smtp.Answer;
import org.demarche.mail.smtp.Outcome;
import org.demarche.mail.smtp.Relay;
import org.demarche.privacy.Locked;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/** Sends one lane's due mails until it is stopped: claims a few, sends each on a thread of its own, claims the next. */
final class DispatchRun implements Runnable {

    private static final Logger LOG = Logger.getLogger(DispatchRun.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Lane lane;
    private final UUID node = UUID.randomUUID();
    private final Claims claims;
    private final Opening opening;
    private final Recorder recorder;
    private final Relay relay;
    private final int capacity;
    private final Semaphore free;
    private final Semaphore underWay;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean stopping;

    /**
     * @param relay null where none is set: due mails are kept then
     * @param connections that the relay may be given; a few mails more are claimed ahead
     */
    DispatchRun(Lane lane, Claims claims, Opening opening, Answers answers, Relay relay, int connections) {
        this.lane = lane;
        this.claims = claims;
        this.opening = opening;
        this.recorder = new Recorder(node, answers, this::over);
        this.relay = relay;
        this.capacity = 4 * connections;
        this.free = new Semaphore(capacity);
        this.underWay = new Semaphore(2 * connections);
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

    private void send(Claims.Claimed mail) {
        try {
            // Answers that are not recorded yet count as under way: a crash now sends those mails twice.
            underWay.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            free.release();
            return;
        }
        var tried = tried(mail);
        if (tried == null) {
            over();
        } else {
            recorder.record(tried);
        }
    }

    /** Null where there is nothing to record. */
    private Tried tried(Claims.Claimed claimed) {
        var mail = claimed.lying().mail().id;
        try (var turn = relay.turn(lane == Lane.PROMPT)) {
            if (stopping) {
                return new Tried.Not(mail);
            }
            var envelope = opening.open(claimed, node);
            return envelope.isEmpty() ? null : new Tried.Answered(mail, turn.send(envelope.get()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Tried.Not(mail);
        } catch (Locked sealed) {
            return new Tried.Answered(mail, new Outcome.Refused("its content cannot be opened here", ""));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError unexpected) {
            if (isOfDatabase(unexpected)) {
                LOG.warnf("mail %s cannot be read now: %s", mail, unexpected.getMessage());
                return new Tried.Not(mail);
            }
            LOG.errorf(unexpected, "mail %s cannot be made", mail);
            return new Tried.Broken(
                    mail, Answer.clean("internal: " + unexpected.getClass().getSimpleName()));
        }
    }

    private void over() {
        underWay.release();
        free.release();
        ring();
    }

    private static boolean isOfDatabase(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof JDBCException) {
                return true;
            }
        }
        return false;
    }
}

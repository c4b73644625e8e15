package org.demarche.mail.smtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.demarche.mail.wire.MailServer;
import org.demarche.mail.wire.MailStreams;
import org.jboss.logging.Logger;

/** The one relay: a few kept-open connections, shared by those who wait for their turn. */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private static final int SWEEP_SECONDS = 10;

    /**
     * @param sender the envelope's sender
     * @param connections most connections at a time
     * @param deadline the longest one message may take, connecting included
     * @param pause between two tries while the relay is away
     */
    public record Settings(String sender, int connections, Duration deadline, Duration pause) {}

    private final MailServer address;
    private final Settings settings;
    private final Turns turns;
    private final Breaker breaker;
    private final Deque<RelayConnection> idle = new ArrayDeque<>();
    private final ScheduledExecutorService watchdog;

    public Relay(MailServer address, Settings settings) {
        MailStreams.ready();
        this.address = address;
        this.settings = settings;
        this.turns = new Turns(settings.connections());
        this.breaker = new Breaker(settings.pause());
        this.watchdog = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("mail-watchdog").factory());
        watchdog.scheduleWithFixedDelay(this::closeUnused, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether the relay was last seen away. */
    public boolean isDown() {
        return breaker.isOpen();
    }

    /** False between two tries while the relay is away. */
    public boolean mayTry() {
        return breaker.mayTry();
    }

    /** Waits for a connection to be free; what is urgent goes before what is not. */
    public Turn turn(boolean urgent) throws InterruptedException {
        turns.take(urgent);
        return new Turn(urgent);
    }

    /** The right to use a connection. */
    public final class Turn implements AutoCloseable {

        private final boolean urgent;

        private Turn(boolean urgent) {
            this.urgent = urgent;
        }

        public Outcome send(Envelope envelope) {
            if (!breaker.pass()) {
                return new Outcome.RelayDown("the relay is away");
            }
            var outcome = overAnyConnection(envelope);
            noteHealth(outcome);
            return outcome;
        }

        @Override
        public void close() {
            turns.give(urgent);
        }
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        synchronized (idle) {
            idle.forEach(RelayConnection::close);
            idle.clear();
        }
    }

    private Outcome overAnyConnection(Envelope envelope) {
        var kept = envelope.needsUtf8() ? null : keptConnection();
        if (kept != null) {
            var outcome = over(kept, envelope);
            // The relay may have closed it between two messages: that is no answer to this one.
            if (!(outcome instanceof Outcome.TryLater && kept.wasLost())) {
                return outcome;
            }
        }
        return over(fresh(envelope), envelope);
    }

    private RelayConnection fresh(Envelope envelope) {
        return new RelayConnection(address, settings.sender(), envelope.needsUtf8(), settings.deadline(), watchdog);
    }

    private Outcome over(RelayConnection connection, Envelope envelope) {
        var cut = watchdog.schedule(connection::cut, settings.deadline().toNanos(), TimeUnit.NANOSECONDS);
        Outcome outcome = null;
        try {
            outcome = connection.isFresh()
                    ? connection.open().orElseGet(() -> connection.send(envelope))
                    : connection.send(envelope);
            return outcome;
        } finally {
            var inTime = cut.cancel(false);
            if (inTime && outcome instanceof Outcome.Accepted && !envelope.needsUtf8()) {
                keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private RelayConnection keptConnection() {
        while (true) {
            RelayConnection connection;
            synchronized (idle) {
                connection = idle.pollFirst();
            }
            if (connection == null || connection.isGood()) {
                return connection;
            }
            connection.close();
        }
    }

    private void closeUnused() {
        synchronized (idle) {
            idle.removeIf(connection -> {
                if (connection.isGood()) {
                    return false;
                }
                connection.close();
                return true;
            });
        }
    }

    private void keep(RelayConnection connection) {
        synchronized (idle) {
            idle.addFirst(connection);
        }
    }

    private void noteHealth(Outcome outcome) {
        if (outcome instanceof Outcome.RelayDown) {
            if (breaker.failed()) {
                LOG.warnf("The relay %s is away: %s", address, outcome.answer());
            }
        } else if (breaker.worked()) {
            LOG.infof("The relay %s is back.", address);
        }
    }
}

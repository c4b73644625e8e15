package org.demarche.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;
import org.demarche.common.DemarcheConfig;
import org.demarche.mail.smtp.Relay;
import org.demarche.mail.wire.MailServer;
import org.jboss.logging.Logger;

/** Runs one dispatch a lane in processes that work, from their start to their end. */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Map<Lane, DispatchRun> runs = new EnumMap<>(Lane.class);
    private final Claims claims;
    private final Opening opening;
    private final Answers answers;
    private final MailConfig config;
    private final DemarcheConfig house;
    private Relay relay;

    Dispatch(Claims claims, Opening opening, Answers answers, MailConfig config, DemarcheConfig house) {
        this.claims = claims;
        this.opening = opening;
        this.answers = answers;
        this.config = config;
        this.house = house;
    }

    void start(@Observes StartupEvent started) {
        if (!house.worker()) {
            return;
        }
        if (config.mailDeadline().compareTo(config.mailLease()) >= 0) {
            throw new IllegalStateException("demarche.mail-deadline must be shorter than demarche.mail-lease.");
        }
        if (config.mailConnections() < 1) {
            throw new IllegalStateException("DEMARCHE_MAIL_CONNECTIONS must be 1 or more.");
        }
        relay = config.smtpUrl().map(this::relay).orElse(null);
        for (var lane : Lane.values()) {
            var run = new DispatchRun(lane, claims, opening, answers, relay, config.mailConnections());
            runs.put(lane, run);
            Thread.ofVirtual().name("mail-" + lane).start(run);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Queued queued) {
        var run = runs.get(queued.lane());
        if (run != null) {
            run.ring();
        }
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        var allowed = config.mailDeadline().plusSeconds(5);
        for (var run : runs.values()) {
            if (!run.stop(allowed)) {
                LOG.warn("Some mails had no answer when the process ended; another one takes them over.");
            }
        }
        if (relay != null) {
            relay.close();
        }
    }

    private Relay relay(String url) {
        return new Relay(
                MailServer.relay(url),
                new Relay.Settings(
                        config.mailFrom(), config.mailConnections(), config.mailDeadline(), config.mailRelayPause()));
    }
}

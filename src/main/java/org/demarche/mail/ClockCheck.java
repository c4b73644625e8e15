package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/**
 * Whether this machine's clock agrees with the database's, which all nodes share. One that does not would send in quiet
 * hours, break hourly limits, and take mails for abandoned that another node is just sending.
 */
@ApplicationScoped
class ClockCheck {

    private static final Logger LOG = Logger.getLogger(ClockCheck.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    /** A clock that is set by hand or by a virtual machine's waking moves at once, which time since start does not. */
    private static final Duration JUMP = Duration.ofSeconds(2);

    private final EntityManager entities;
    private final Clock clock;
    private final Duration most;
    private boolean agrees;
    private Instant checkedAt;
    private long checkedNanos;

    ClockCheck(EntityManager entities, Clock clock, MailConfig config) {
        this.entities = entities;
        this.clock = clock;
        this.most = config.mailClockSkew();
    }

    /** Asks the database now and then, and whenever the clock moved otherwise than time did. */
    synchronized boolean agrees() {
        var now = clock.instant();
        var passed = Duration.ofNanos(System.nanoTime() - checkedNanos);
        if (checkedAt == null || passed.compareTo(EVERY) > 0 || apart(now, checkedAt.plus(passed), JUMP)) {
            check(now);
        }
        return agrees;
    }

    private void check(Instant now) {
        var databases = databaseTime();
        var agreed = !apart(now, databases, most);
        if (!agreed) {
            LOG.errorf(
                    "This machine's clock and the database's are %s apart: no mail leaves here until they agree.",
                    Duration.between(now, databases).abs());
        } else if (!agrees && checkedAt != null) {
            LOG.info("The clocks agree again.");
        }
        agrees = agreed;
        checkedAt = now;
        checkedNanos = System.nanoTime();
    }

    static boolean apart(Instant one, Instant other, Duration most) {
        return Duration.between(one, other).abs().compareTo(most) > 0;
    }

    private Instant databaseTime() {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select offset datetime", OffsetDateTime.class)
                        .getSingleResult()
                        .toInstant());
    }
}

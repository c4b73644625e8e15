package org.demarche.mail.returned;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.demarche.common.DemarcheConfig;
import org.demarche.mail.Bounces;
import org.demarche.mail.MailConfig;
import org.demarche.mail.imap.MailboxAddress;
import org.demarche.mail.imap.OpenMailbox;
import org.jboss.logging.Logger;

/**
 * Reads the bounce mailbox in processes that work: at once when its server calls, and every few minutes anyway. Several
 * may read it side by side; each mail is taken in once.
 */
@ApplicationScoped
class IntakeRun {

    private static final Logger LOG = Logger.getLogger(IntakeRun.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** After a look that found something, or had to leave something: mail that came between look and wait is announced by nobody. */
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Intake intake;
    private final MailConfig config;
    private final DemarcheConfig house;
    private ScheduledExecutorService watchdog;
    private Thread thread;
    private volatile OpenMailbox open;
    private volatile boolean stopping;

    IntakeRun(Intake intake, MailConfig config, DemarcheConfig house) {
        this.intake = intake;
        this.config = config;
        this.house = house;
    }

    void start(@Observes StartupEvent started) {
        var address = config.imapUrl().map(MailboxAddress::parse);
        if (address.isEmpty() || !house.worker()) {
            return;
        }
        watchdog = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("bounces-watchdog").factory());
        thread = Thread.ofVirtual().name("bounces").start(() -> read(address.get()));
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        if (thread == null) {
            return;
        }
        stopping = true;
        var mailbox = open;
        if (mailbox != null) {
            mailbox.cut();
        }
        thread.interrupt();
        thread.join(Duration.ofSeconds(10));
        watchdog.shutdownNow();
    }

    private void read(MailboxAddress address) {
        var wait = FIRST_WAIT;
        while (!stopping) {
            try (var mailbox = new OpenMailbox(address, watchdog)) {
                open = mailbox;
                for (boolean fresh = true; !stopping; fresh = false) {
                    var more = drain(address, mailbox);
                    wait = FIRST_WAIT;
                    mailbox.await(fresh || more ? SHORTLY : config.imapPoll());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (MessagingException | RuntimeException away) {
                if (stopping) {
                    return;
                }
                LOG.warnf(
                        "The bounce mailbox at %s cannot be read: %s",
                        address, away.getClass().getSimpleName());
                if (!sleep(wait)) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    /** Whether there may be more shortly. */
    private boolean drain(MailboxAddress address, OpenMailbox mailbox) throws MessagingException {
        var key = address.key();
        try {
            var last = intake.last(key, mailbox.uidValidity());
            return mailbox.after(last, (validity, uid, bytes) -> intake.take(key, validity, uid, bytes)) > 0;
        } catch (Bounces.UnderWay waitForItsAnswer) {
            return true;
        }
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}

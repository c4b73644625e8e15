package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.demarche.mail.smtp.Outcome;
import org.jboss.logging.Logger;

/** Records what came of a try, where the mail still belongs to the process that tried. */
@ApplicationScoped
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final EntityManager entities;
    private final MailConfig config;
    private final Clock clock;
    private final Event<MailAnswered> answered;

    Answers(EntityManager entities, MailConfig config, Clock clock, Event<MailAnswered> answered) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
        this.answered = answered;
    }

    @Transactional
    void record(UUID id, UUID node, Outcome outcome) {
        Mail mail = entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (mail == null || !mail.isSentBy(node)) {
            LOG.warnf(
                    "mail %s: the lease ran out before its answer came (%s)",
                    id, outcome.getClass().getSimpleName());
            return;
        }
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                count(mail, now);
                mail.become(MailState.ACCEPTED, accepted.answer());
            }
            case Outcome.TryLater later -> tryLater(mail, later, now);
            case Outcome.RelayDown down -> {
                mail.lastAnswer = down.answer();
                mail.queueAgain(now.plus(config.mailRelayPause()));
            }
            case Outcome.Refused refused -> {
                count(mail, now);
                refuse(mail, refused, now);
            }
            case Outcome.Unclear unclear -> {
                count(mail, now);
                doubt(mail, unclear, now);
            }
        }
        answered.fire(mail.answered());
    }

    private static void count(Mail mail, Instant now) {
        mail.attempts++;
        mail.answeredAt = now;
        if (mail.firstTryAt == null) {
            mail.firstTryAt = now;
        }
    }

    private static void tryLater(Mail mail, Outcome.TryLater later, Instant now) {
        var wait = Backoff.wait(mail.attempts, later.after());
        count(mail, now);
        again(mail, MailState.SOFT_BOUNCED, later.answer(), wait, now);
    }

    private static void doubt(Mail mail, Outcome.Unclear unclear, Instant now) {
        if (mail.isLetter()) {
            mail.become(MailState.UNKNOWN, unclear.answer());
        } else {
            again(mail, MailState.UNKNOWN, unclear.answer(), Backoff.AFTER_SILENCE, now);
        }
    }

    private static void again(Mail mail, MailState whenOver, String answer, Duration wait, Instant now) {
        if (Backoff.isOver(mail.firstTryAt, now)) {
            mail.become(whenOver, answer);
        } else {
            mail.lastAnswer = answer;
            mail.queueAgain(now.plus(wait));
        }
    }

    private static void refuse(Mail mail, Outcome.Refused refused, Instant now) {
        mail.refused(Verdict.of(refused.status()), refused.answer(), now);
    }
}

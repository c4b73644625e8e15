package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.mail.rules.Backoff;
import org.demarche.mail.rules.Verdict;
import org.demarche.mail.smtp.Outcome;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Records what came of a try, where the mail still belongs to the process that tried. */
@ApplicationScoped
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private static final int BROKEN_TRIES = 3;
    private static final Duration BROKEN_PAUSE = Duration.ofSeconds(10);

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

    /**
     * Records what came of many mails at once, in one transaction: all of it or nothing.
     *
     * @param node the process that tried them
     */
    @Transactional
    void record(UUID node, Collection<Tried> tried) {
        entities.unwrap(Session.class).setJdbcBatchSize(tried.size());
        // In one order, so that two nodes never wait for each other's rows.
        var ids = tried.stream().map(Tried::mail).sorted().toList();
        var mails = entities.unwrap(Session.class).findMultiple(Mail.class, ids, LockMode.PESSIMISTIC_WRITE).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(mail -> mail.id, mail -> mail));
        var now = clock.instant();
        for (var one : tried) {
            var mail = mails.get(one.mail());
            if (mail == null || !mail.isSentBy(node)) {
                LOG.warnf("mail %s: the lease ran out before it was recorded: %s", one.mail(), one.what());
                continue;
            }
            record(mail, one, now);
            answered.fire(mail.answered());
        }
    }

    private void record(Mail mail, Tried tried, Instant now) {
        switch (tried) {
            case Tried.Answered one -> answer(mail, one.outcome(), now);
            case Tried.Broken one -> broken(mail, one.why(), now);
            case Tried.Not one -> mail.queueAgain(mail.dueAt);
        }
    }

    private void answer(Mail mail, Outcome outcome, Instant now) {
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
                mail.refused(Verdict.of(refused.status()), refused.answer(), now);
            }
            case Outcome.Unclear unclear -> {
                count(mail, now);
                doubt(mail, unclear, now);
            }
        }
    }

    /** It is no relay's fault and will hardly get better by itself: a few tries, then a person. */
    private static void broken(Mail mail, String why, Instant now) {
        count(mail, now);
        if (mail.attempts >= BROKEN_TRIES) {
            mail.hold(Hold.BROKEN, why);
        } else {
            mail.lastAnswer = why;
            mail.queueAgain(now.plus(BROKEN_PAUSE));
        }
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
}

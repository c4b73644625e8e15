package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.mail.rules.Verdict;
import org.demarche.mail.smtp.Answer;
import org.jboss.logging.Logger;

/** Records what came back for a mail after the relay had taken it. */
@ApplicationScoped
public class Bounces {

    private static final Logger LOG = Logger.getLogger(Bounces.class);

    /**
     * The mail that something came back for.
     *
     * @param scope the vault scope it is sealed in
     * @param campaign slug, or null
     * @param reference the delivery or other record it belongs to, or null
     * @param person the signature whose erasure destroys it, or null
     */
    public record Match(UUID mail, Purpose purpose, String scope, String campaign, UUID reference, UUID person) {

        public boolean isLetter() {
            return purpose == Purpose.MISSION_LETTER;
        }
    }

    /**
     * @param status RFC 3463, or a plain SMTP code
     * @param words whatever the report says; cleaned here
     * @param recipients the addresses the report names; empty where it names none
     */
    public record Failure(String status, String words, Collection<String> recipients) {}

    /** The mail is being sent once more at this very moment; what came back for it must wait for the answer. */
    public static final class UnderWay extends RuntimeException {}

    private final Marks marks;
    private final MailVault vault;
    private final Clock clock;
    private final Event<MailAnswered> answered;

    Bounces(Marks marks, MailVault vault, Clock clock, Event<MailAnswered> answered) {
        this.marks = marks;
        this.vault = vault;
        this.clock = clock;
        this.answered = answered;
    }

    /** The mail whose genuine mark stands in one of these texts, the first one deciding. */
    @Transactional
    public Optional<Match> match(List<String> texts) {
        return texts.stream()
                .flatMap(text -> marks.in(text).stream())
                .flatMap(id -> Mail.<Mail>findByIdOptional(id).stream())
                .map(mail -> new Match(mail.id, mail.purpose, mail.scope, mail.campaign, mail.reference, mail.person))
                .findFirst();
    }

    /**
     * It failed for good. Silences the mailbox where the status says that there is none, and the report is about that
     * very mailbox and not one that it forwards to.
     *
     * @throws UnderWay where it is being sent again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void failed(UUID id, Failure failure) {
        Mail mail = Mail.findById(id, LockModeType.PESSIMISTIC_WRITE);
        var words = "came back: " + Answer.clean(failure.words());
        switch (mail.state) {
            case SENDING -> throw new UnderWay();
            case ACCEPTED, UNKNOWN, QUEUED, SOFT_BOUNCED -> {
                var verdict = Verdict.of(failure.status());
                if (verdict == Verdict.GONE && !names(failure.recipients(), mail)) {
                    verdict = Verdict.PROBABLY_GONE;
                }
                mail.refused(verdict, words.length() > 500 ? words.substring(0, 500) : words, clock.instant());
                answered.fire(mail.answered());
                if (verdict == Verdict.OURS) {
                    LOG.warnf("mail %s came back with %s: it is held for a person", id, failure.status());
                }
            }
            // A second report, or a person decided meanwhile.
            case HELD, HARD_BOUNCED, SUPPRESSED, CANCELLED -> {}
        }
    }

    /** Some server on the way still tries. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delayed(UUID id, String words) {
        Mail mail = Mail.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (mail.state == MailState.ACCEPTED) {
            var said = "delayed: " + Answer.clean(words);
            mail.lastAnswer = said.length() > 500 ? said.substring(0, 500) : said;
            answered.fire(mail.answered());
        }
    }

    private boolean names(Collection<String> recipients, Mail mail) {
        return recipients.stream()
                .flatMap(recipient -> EmailAddress.parse(recipient).stream())
                .anyMatch(address -> vault.index(address).equals(mail.recipientIndex));
    }
}

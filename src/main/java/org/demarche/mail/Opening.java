package org.demarche.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.demarche.mail.smtp.Envelope;

/** What the relay is given for a mail that this process has. */
@ApplicationScoped
class Opening {

    /** So long what was read with the claim is sent unasked; later its person may have been erased, or the lease be short. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final EntityManager entities;
    private final MailVault vault;
    private final Marks marks;
    private final ReturnPath returnPath;
    private final Contents contents;
    private final MailConfig config;
    private final Clock clock;
    private final Event<MailAnswered> answered;
    private final Duration leaseNeeded;

    Opening(
            EntityManager entities,
            MailVault vault,
            Marks marks,
            ReturnPath returnPath,
            Contents contents,
            MailConfig config,
            Clock clock,
            Event<MailAnswered> answered) {
        this.entities = entities;
        this.vault = vault;
        this.marks = marks;
        this.returnPath = returnPath;
        this.contents = contents;
        this.config = config;
        this.clock = clock;
        this.answered = answered;
        // Sending may take the deadline; half of what the lease has above that is left for recording the answer.
        this.leaseNeeded = config.mailDeadline().plus(config.mailLease()).dividedBy(2);
    }

    /**
     * What to send, with a lease that outlasts the sending; empty where the mail is not this process's any more.
     *
     * @throws org.demarche.privacy.Locked where this process cannot open it
     */
    Optional<Envelope> open(Claims.Claimed claimed, UUID node) {
        var read = claimed.lying();
        if (contents.isWhole(read) && clock.instant().isBefore(claimed.at().plus(FRESH))) {
            return contents.of(read).map(content -> envelope(read.mail(), content, node));
        }
        return QuarkusTransaction.requiringNew().call(() -> readAnew(read.mail().id, node));
    }

    private Optional<Envelope> readAnew(UUID id, UUID node) {
        var lying = contents.lying(id);
        if (lying.isEmpty() || !lying.get().mail().isSentBy(node)) {
            return Optional.empty();
        }
        var mail = lying.get().mail();
        var now = clock.instant();
        // While it lasts nobody else touches the row, so reading it needs no lock and no commit.
        if (mail.leasedUntil.isBefore(now.plus(leaseNeeded))) {
            entities.refresh(mail, LockModeType.PESSIMISTIC_WRITE);
            if (!mail.isSentBy(node)) {
                return Optional.empty();
            }
            mail.leasedUntil = now.plus(config.mailLease());
        }
        var content = contents.of(lying.get());
        if (content.isEmpty()) {
            mail.become(MailState.CANCELLED, "erased");
            answered.fire(mail.answered());
        }
        return content.map(bytes -> envelope(mail, bytes, node));
    }

    private Envelope envelope(Mail mail, byte[] content, UUID node) {
        Runnable handed = mail.isLetter() ? () -> noteHanded(mail.id, node) : () -> {};
        return new Envelope(returnPath.of(mail.id), vault.recipient(mail).value(), marks.of(mail.id), content, handed);
    }

    /** From here on only the final dot is missing; a process that dies now leaves the letter in doubt. */
    private void noteHanded(UUID id, UUID node) {
        int noted = QuarkusTransaction.requiringNew()
                .call(() -> Mail.update(
                        "handedAt = ?1 where id = ?2 and node = ?3 and state = ?4",
                        clock.instant(),
                        id,
                        node,
                        MailState.SENDING));
        if (noted == 0) {
            throw new IllegalStateException("mail " + id + " was taken over");
        }
    }
}

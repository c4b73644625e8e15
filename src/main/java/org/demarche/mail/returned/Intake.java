package org.demarche.mail.returned;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.mail.MessagingException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.mail.Bounces;
import org.demarche.mail.bounce.Incoming;
import org.demarche.mail.bounce.IncomingReader;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.jboss.logging.Logger;

/**
 * Files one mail that came in. Only a genuine mark ties it to a mail of ours; whatever else it says, without one it
 * silences nobody and waits for a person.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Bounces bounces;
    private final Vault vault;
    private final Scopes scopes;
    private final Clock clock;
    private final Event<MailReturned> returned;

    Intake(Bounces bounces, Vault vault, Scopes scopes, Clock clock, Event<MailReturned> returned) {
        this.bounces = bounces;
        this.vault = vault;
        this.scopes = scopes;
        this.clock = clock;
        this.returned = returned;
    }

    /** The last mail taken in from a mailbox, 0 for none. */
    @Transactional
    long last(String mailbox, long uidValidity) {
        return Returned.lastUid(mailbox, uidValidity);
    }

    /**
     * Taking the same mail in again changes nothing.
     *
     * @return whether no person need look at it
     * @throws Bounces.UnderWay where it has to wait a moment
     */
    @Transactional
    boolean take(String mailbox, long uidValidity, long uid, byte[] bytes) {
        var id = UUID.nameUUIDFromBytes((mailbox + "/" + uidValidity + "/" + uid).getBytes(StandardCharsets.US_ASCII));
        Returned known = Returned.findById(id);
        if (known != null) {
            return !known.kind.needsPerson();
        }
        var row = new Returned();
        row.id = id;
        row.mailbox = mailbox;
        row.uidValidity = uidValidity;
        row.uid = uid;
        row.receivedAt = clock.instant();
        row.kind = ReturnedKind.UNMATCHED;
        if (!row.insertOnce()) {
            return false;
        }
        Returned filed = Returned.findById(id);
        file(filed, incoming(filed, bytes), bytes);
        return !filed.kind.needsPerson();
    }

    private void file(Returned filed, Incoming incoming, byte[] bytes) {
        filed.status = incoming.status().isEmpty() ? null : incoming.status();
        var match = bounces.match(incoming.marks()).orElse(null);
        if (match == null) {
            keep(filed, Scopes.ORGANISATION, bytes);
            return;
        }
        filed.mail = match.mail();
        filed.campaign = match.campaign();
        filed.reference = match.reference();
        filed.person = match.person();
        filed.kind = switch (incoming.kind()) {
            case FAILED -> ReturnedKind.BOUNCE;
            case DELAYED -> ReturnedKind.DELAY;
            case ARRIVED -> ReturnedKind.ARRIVAL;
            case COMPLAINT -> ReturnedKind.COMPLAINT;
            case AUTO_REPLY -> ReturnedKind.AUTO_REPLY;
            case LETTER -> ReturnedKind.REPLY;
        };
        switch (filed.kind) {
            case BOUNCE ->
                bounces.failed(
                        match.mail(), new Bounces.Failure(incoming.status(), incoming.words(), incoming.recipients()));
            case DELAY -> bounces.delayed(match.mail(), incoming.words());
            case ARRIVAL, UNMATCHED -> {}
            case AUTO_REPLY -> {
                // A mission's says that the letter reached a mailbox; a signer's is their own affair.
                if (match.isLetter()) {
                    answer(filed, match, bytes);
                }
            }
            case REPLY, COMPLAINT -> answer(filed, match, bytes);
        }
    }

    private void answer(Returned filed, Bounces.Match match, byte[] bytes) {
        keep(filed, match.scope(), bytes);
        returned.fire(new MailReturned(match.mail(), match.reference(), filed.kind));
    }

    private void keep(Returned filed, String scope, byte[] bytes) {
        scopes.create(scope);
        filed.sealedContent = vault.seal(scope, bytes, context(filed.id));
    }

    static String context(UUID id) {
        return "returned:" + id;
    }

    /** What nobody can read is for a person too. */
    private static Incoming incoming(Returned filed, byte[] bytes) {
        try {
            return IncomingReader.read(bytes);
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError broken) {
            LOG.warnf(
                    "returned mail %s cannot be read: %s",
                    filed.id, broken.getClass().getSimpleName());
            return new Incoming(Incoming.Kind.LETTER, "", "", List.of(), List.of());
        }
    }
}

package org.demarche.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.jobs.Rounds;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.jboss.logging.Logger;

/**
 * Does for those who signed again what a request must not be seen to do: reminds a person, corrects what was not confirmed
 * yet, gives a mailbox's second name its place, tells the owner of a full mailbox. It keeps its own time and is woken by
 * nobody, so that a duplicate does not even make the server busier while it is answered.
 */
@ApplicationScoped
public class SecondLook {

    private static final Logger LOG = Logger.getLogger(SecondLook.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** Rows looked up at a time; each has a transaction of its own. */
    private static final int BATCH = 500;

    private final Signing signing;
    private final SignerMail mail;
    private final MyToken myToken;
    private final Vault vault;
    private final Scopes scopes;
    private final DemarcheConfig house;
    private final Clock clock;
    private Rounds rounds;

    SecondLook(
            Signing signing,
            SignerMail mail,
            MyToken myToken,
            Vault vault,
            Scopes scopes,
            DemarcheConfig house,
            Clock clock) {
        this.signing = signing;
        this.mail = mail;
        this.myToken = myToken;
        this.vault = vault;
        this.scopes = scopes;
        this.house = house;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (house.worker()) {
            rounds = Rounds.begin(
                    "second-look",
                    EVERY,
                    "Nobody who signed again can be looked at; tried again every second",
                    this::look);
        }
    }

    void stop(@Observes ShutdownEvent ended) {
        if (rounds != null) {
            rounds.end();
        }
    }

    /** Looks at all that has gathered, in the order it came; one that fails is tried again in the next round. */
    public void look() {
        for (var id : waiting()) {
            try {
                signing.settled(() -> lookAt(id));
            } catch (RuntimeException e) {
                LOG.errorf(e, "who signed again as %s could not be looked at; tried again in the next round", id);
            }
        }
    }

    private List<UUID> waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.getEntityManager()
                        .createQuery("select a.id from SignedAgain a order by a.createdAt, a.id", UUID.class)
                        .setMaxResults(BATCH)
                        .getResultList());
    }

    private void lookAt(UUID id) {
        SignedAgain again = SignedAgain.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (again == null) {
            return;
        }
        again.delete();
        // What waited for a worker longer than a link holds is forgotten, as the page promises.
        boolean stillWanted = again.createdAt.plus(Signature.CONFIRM_WITHIN).isAfter(clock.instant());
        if (stillWanted && scopes.isAlive(Scopes.ofCampaign(again.campaign.slug))) {
            var now = clock.instant();
            var form = again.asSignature();
            Signature.ofPerson(again.campaign, again.personIndex)
                    .ifPresentOrElse(known -> remind(known, form, now), () -> newcomer(form, now));
        }
    }

    /** The owner alone learns, by mail, that the signature was there already; a suspect makes nobody write to them. */
    private void remind(Signature known, Signature form, Instant now) {
        if (form.status == SignatureStatus.HELD) {
            return;
        }
        var person = form.person(vault);
        if (known.trust()) {
            mail.dropWaiting(known);
        }
        if (known.mayMailConfirmation()) {
            known.correct(form, person, vault);
            mail.askToConfirm(known, person, known.newConfirmation(now));
        } else if (known.status == SignatureStatus.CONFIRMED && known.mailboxMayBeMailed()) {
            known.confirmationMails++;
            mail.alreadySigned(known, person, myToken.of(known.id));
        }
    }

    /** Another name of a mailbox that is known. */
    private void newcomer(Signature form, Instant now) {
        var person = form.person(vault);
        signing.newcomer(form, person).ifPresent(signature -> {
            var confirmation = signature.newConfirmation(now);
            signature.persistAndFlush();
            mail.askToConfirm(signature, person, confirmation);
        });
    }
}

package org.demarche.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.guard.Guard;
import org.demarche.signing.intake.Intake;
import org.demarche.signing.intake.Preparing;
import org.demarche.signing.intake.ReadySignature;

/**
 * Takes signatures in. A new one, a duplicate and a held one look the same from outside: whether an address has signed
 * is nobody's business but its owner's.
 */
@ApplicationScoped
public class Signing {

    private final OpenCampaigns campaigns;
    private final Preparing preparing;
    private final Intake intake;
    private final Vault vault;
    private final MyToken myToken;
    private final SignerMail mail;
    private final Guard guard;
    private final Consents consents;
    private final SigningConfig config;
    private final Clock clock;

    Signing(
            OpenCampaigns campaigns,
            Preparing preparing,
            Intake intake,
            Vault vault,
            MyToken myToken,
            SignerMail mail,
            Guard guard,
            Consents consents,
            SigningConfig config,
            Clock clock) {
        this.campaigns = campaigns;
        this.preparing = preparing;
        this.intake = intake;
        this.vault = vault;
        this.myToken = myToken;
        this.mail = mail;
        this.guard = guard;
        this.consents = consents;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Stores the signature and queues its confirmation mail in one transaction. Whether it is new, held, or was there
     * already is decided behind this method, and nothing here depends on it.
     *
     * @param form a form without flaws
     * @return done once both are committed; fails with {@link Refusal} 409 where the campaign takes no signatures now,
     *     503 where more arrive than can be stored
     */
    public CompletableFuture<Void> signed(String slug, SignForm form, Origin origin, Language otherwise) {
        return preparing.prepare(() -> ready(slug, form, origin, otherwise)).thenCompose(intake::take);
    }

    /** As {@link #signed}, and waits for it. */
    public void sign(String slug, SignForm form, Origin origin, Language otherwise) {
        try {
            signed(slug, form, origin, otherwise).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    private ReadySignature ready(String slug, SignForm form, Origin origin, Language otherwise) {
        var now = clock.instant();
        var known = campaigns.named(slug, now);
        if (!known.campaign().takesSignatures(now)) {
            throw Refusal.wrongState(whyNot(known.campaign()));
        }
        // Before a connection is held: a new key needs one of its own, and under a flood there is none left.
        vault.prepare(Scopes.ofCampaign(slug));
        return ready(known, form, arrive(form, origin), otherwise, now);
    }

    /** Asks the guard, before any connection to the database is held. */
    public Arrival arrive(SignForm form, Origin origin) {
        return new Arrival(origin, guard.judge(form.attempt(origin)));
    }

    private ReadySignature ready(
            OpenCampaigns.Known known, SignForm form, Arrival arrival, Language otherwise, Instant now) {
        var person = form.person();
        var signature = fresh(known.campaign(), form, person, arrival, otherwise, now);
        var confirmation = signature.newConfirmation(now);
        return new ReadySignature(
                signature.id,
                SignatureRow.of(signature),
                mail.readyToConfirm(signature, person, confirmation, known.toChina()));
    }

    /**
     * Runs it in a transaction of its own. Of posts at the same moment the unique keys let one through; the others clash
     * and then find it there, once for each place that a mailbox has.
     */
    public void settled(Runnable storing) {
        for (int clashes = 0; ; clashes++) {
            try {
                QuarkusTransaction.requiringNew().run(storing);
                return;
            } catch (PersistenceException clash) {
                if (clashes > config.namesPerMailbox()) {
                    throw clash;
                }
            }
        }
    }

    private static String whyNot(Campaign campaign) {
        return campaign.state == CampaignState.SCHEDULED
                ? "Signing opens at " + campaign.opensAt + "."
                : "Signing closed at "
                        + campaign.closing().map(Object::toString).orElse("an earlier time") + ".";
    }

    public byte[] index(Person person) {
        return vault.blindIndex("person", Person.key(person.address(), person.name()));
    }

    /** A signature that nobody has confirmed or stored yet. */
    public Signature fresh(
            Campaign campaign, SignForm form, Person person, Arrival arrival, Language otherwise, Instant now) {
        var signature = new Signature();
        signature.id = UUID.randomUUID();
        signature.campaign = campaign;
        signature.status = SignatureStatus.PENDING;
        signature.suspect(arrival.verdict());
        signature.personIndex = index(person);
        signature.mailboxIndex = vault.blindIndex("mailbox", Person.mailboxKey(person.address()));
        signature.country = form.country().strip();
        signature.disclosure = form.chosenDisclosure();
        signature.publicName = form.publicName();
        signature.news = form.news();
        signature.language = form.chosenLanguage(otherwise);
        signature.letterVersion = campaign.letterVersion;
        signature.origin = arrival.origin();
        signature.source = form.sourceOrNull();
        signature.words = form.wordsToRead();
        signature.consentVersion = consents.version();
        signature.createdAt = now;
        signature.myHash = myToken.of(signature.id).hash();
        signature.seal(person, vault);
        return signature;
    }

    /** Gives a fresh signature its place in its mailbox; empty where there is no room for another name. */
    public Optional<Signature> newcomer(Signature fresh, Person person) {
        if (fresh.settle(config.namesPerMailbox())) {
            return Optional.of(fresh);
        }
        if (fresh.status != SignatureStatus.HELD) {
            full(fresh, person);
        }
        return Optional.empty();
    }

    /** Another name than the mailbox has room for: nothing is stored, and its owner is told by mail. */
    private void full(Signature refused, Person person) {
        // Held, so that two further names at once are two mails and not twice the same one.
        var first = Mailbox.of(refused.campaign, refused.mailboxIndex)
                .first()
                .orElseThrow()
                .locked();
        if (first.mailboxMayBeMailed()) {
            first.confirmationMails++;
            mail.mailboxFull(first, refused.language, person);
        }
    }
}

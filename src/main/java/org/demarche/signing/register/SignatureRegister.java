package org.demarche.signing.register;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.EmailAddress;
import org.demarche.common.Refusal;
import org.demarche.common.Text;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.SignatureStopped;
import org.demarche.signing.SignerMail;
import org.demarche.signing.guard.Suspicion;

/** The signatures of a campaign as staff see and judge them; numbers follow with the next count. */
@ApplicationScoped
public class SignatureRegister {

    private static final int REASON_MAX = 300;

    /** @param email an exact mailbox, looked up by its index, and {@code name} likewise; null for any */
    public record Filter(
            SignatureStatus status,
            Suspicion heldFor,
            Boolean undeliverable,
            String country,
            String email,
            String name) {}

    private final Event<SignatureStopped> stopped;
    private final SignerMail mail;
    private final Vault vault;
    private final Clock clock;
    private final Event<Audited> audit;

    SignatureRegister(
            Event<SignatureStopped> stopped, SignerMail mail, Vault vault, Clock clock, Event<Audited> audit) {
        this.stopped = stopped;
        this.mail = mail;
        this.vault = vault;
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest first. */
    PanacheQuery<Signature> find(Campaign campaign, Filter filter) {
        var where = new StringBuilder("campaign = ?1");
        List<Object> values = new ArrayList<>(List.of(campaign));
        if (filter.status() != null) {
            values.add(filter.status());
            where.append(" and status = ?").append(values.size());
        }
        if (filter.heldFor() != null) {
            values.add(filter.heldFor());
            where.append(" and heldFor = ?").append(values.size());
        }
        if (filter.undeliverable() != null) {
            values.add(filter.undeliverable());
            where.append(" and undeliverable = ?").append(values.size());
        }
        if (filter.country() != null) {
            values.add(filter.country());
            where.append(" and country = ?").append(values.size());
        }
        if (filter.email() != null) {
            var mailbox = EmailAddress.parse(filter.email())
                    .orElseThrow(() -> new BadInput("email", "not an e-mail address"));
            values.add(vault.blindIndex("mailbox", Person.mailboxKey(mailbox)));
            where.append(" and mailboxIndex = ?").append(values.size());
        }
        if (filter.name() != null) {
            values.add(vault.blindIndex("name", Person.nameKey(filter.name())));
            where.append(" and nameIndex = ?").append(values.size());
        }
        return Signature.find(where + " order by createdAt desc, id", values.toArray());
    }

    @Transactional
    public void hold(String slug, UUID id, String reason, String actor) {
        judge(slug, id, "signature.hold", reason, actor, Signature::hold);
    }

    @Transactional
    public void release(String slug, UUID id, String reason, String actor) {
        judge(slug, id, "signature.release", reason, actor, this::release);
    }

    @Transactional
    public void reject(String slug, UUID id, String reason, String actor) {
        judge(slug, id, "signature.reject", reason, actor, Signature::reject);
    }

    private void judge(String slug, UUID id, String action, String reason, String actor, Consumer<Signature> verb) {
        var why = why(reason);
        var signature = Signature.<Signature>find("id = ?1 and campaign.slug = ?2", id, slug)
                .withLock(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such signature in this campaign."));
        apply(verb, signature);
        audit.fire(new Audited(actor, action, id.toString(), why));
    }

    private void release(Signature signature) {
        signature.release(clock.instant());
        mail.letGo(signature);
    }

    private void apply(Consumer<Signature> verb, Signature signature) {
        verb.accept(signature);
        if (signature.status != SignatureStatus.CONFIRMED) {
            stopped.fire(new SignatureStopped(
                    signature.id, "its signature is " + signature.status.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** A reason fit for the audit trail. */
    static String why(String reason) {
        var why = Text.line(reason);
        if (why.isEmpty() || Text.length(why) > REASON_MAX || Text.hasControls(reason)) {
            throw new BadInput("reason", "say why, in up to " + REASON_MAX + " characters");
        }
        return why;
    }

    /**
     * Judges those whose state allows it, within the caller's transaction.
     *
     * @param only those in this state; null for any
     * @return what they were before
     */
    List<Judging.Before> judge(String slug, List<UUID> ids, SignatureStatus only, Judging.Verdict verdict) {
        Consumer<Signature> verb = switch (verdict) {
            case HOLD -> Signature::hold;
            case RELEASE -> this::release;
            case REJECT -> Signature::reject;
        };
        return locked(slug, ids).stream()
                .filter(signature -> only == null || signature.status == only)
                .flatMap(signature -> before(signature, verb).stream())
                .toList();
    }

    /** Brings each back to where it was; returns those that could be. */
    List<Judging.Before> restore(String slug, List<Judging.Before> all) {
        var was = all.stream().collect(Collectors.toMap(Judging.Before::id, Function.identity(), (one, same) -> one));
        return locked(slug, List.copyOf(was.keySet())).stream()
                .filter(signature -> before(
                                signature, s -> restore(s, was.get(s.id).status()))
                        .isPresent())
                .map(signature -> was.get(signature.id))
                .toList();
    }

    private void restore(Signature signature, SignatureStatus was) {
        if (signature.status != SignatureStatus.PENDING && signature.status != SignatureStatus.CONFIRMED) {
            release(signature);
        }
        switch (was) {
            case HELD -> signature.hold();
            case REJECTED -> signature.reject();
            case PENDING, CONFIRMED, WITHDRAWN -> {}
        }
    }

    private static List<Signature> locked(String slug, List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : Signature.<Signature>find("id in ?1 and campaign.slug = ?2", ids, slug)
                        .withLock(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Empty where its state does not allow it. */
    private Optional<Judging.Before> before(Signature signature, Consumer<Signature> verb) {
        var before = new Judging.Before(signature.id, signature.status);
        try {
            apply(verb, signature);
            return Optional.of(before);
        } catch (Refusal notNow) {
            return Optional.empty();
        }
    }
}

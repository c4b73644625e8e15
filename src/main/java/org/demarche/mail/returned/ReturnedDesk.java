package org.demarche.mail.returned;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.Refusal;
import org.demarche.mail.CameBack;
import org.demarche.privacy.Locked;
import org.demarche.privacy.Vault;

/** What members of staff may look up and do with what came back. */
@ApplicationScoped
public class ReturnedDesk implements CameBack {

    private static final List<ReturnedKind> FOR_A_PERSON =
            List.of(ReturnedKind.REPLY, ReturnedKind.COMPLAINT, ReturnedKind.UNMATCHED);

    /** Answers of missions are everybody's at this desk; what signers wrote is the admins'. */
    private static final String OF_MISSIONS = "reference is not null and kind in ('REPLY', 'AUTO_REPLY')";

    private final Vault vault;
    private final Clock clock;
    private final Event<Audited> audited;

    ReturnedDesk(Vault vault, Clock clock, Event<Audited> audited) {
        this.vault = vault;
        this.clock = clock;
        this.audited = audited;
    }

    /** How many mails came in that no person has looked at yet. */
    @Override
    @Transactional
    public long waiting(boolean admin) {
        return Returned.count("kind in ?1 and handledAt is null" + only(admin), FOR_A_PERSON);
    }

    /** Answers, by hand or machine, to the mails of one delivery. */
    @Transactional
    public long answers(UUID reference) {
        return Returned.count("reference = ?1 and " + OF_MISSIONS, reference);
    }

    /**
     * The newest first.
     *
     * @param reference of one delivery only; null for any
     * @param all also what needs nobody
     */
    @Transactional
    List<ReturnedView.Row> list(UUID reference, boolean all, boolean admin, int page, int size) {
        var order = " order by receivedAt desc, uid desc";
        var found = reference != null
                ? Returned.<Returned>find("reference = ?1" + only(admin) + order, reference)
                : all
                        ? Returned.<Returned>find("1 = 1" + only(admin) + order)
                        : Returned.<Returned>find(
                                "kind in ?1 and handledAt is null" + only(admin) + order, FOR_A_PERSON);
        return found.page(page, size).stream().map(ReturnedDesk::row).toList();
    }

    @Transactional
    ReturnedView.Row find(UUID id, boolean admin) {
        return row(existing(id, admin));
    }

    /** @throws Refusal where nothing is left to read */
    @Transactional
    byte[] content(UUID id, boolean admin) {
        var sealed = existing(id, admin).sealedContent;
        if (sealed == null) {
            throw Refusal.unknown("Nothing of this mail was kept, or it was erased.");
        }
        try {
            return vault.open(sealed, Intake.context(id));
        } catch (Locked keyIsGone) {
            throw Refusal.unknown("The key of this mail is not here any more.");
        }
    }

    /** Somebody took care of it. */
    @Transactional
    void handle(UUID id, boolean admin, String actor) {
        var row = existing(id, admin);
        if (row.handledAt == null) {
            row.handledAt = clock.instant();
            row.handledBy = actor;
            audited.fire(new Audited(actor, "mail.handle", id.toString(), row.kind.name()));
        }
    }

    private static Returned existing(UUID id, boolean admin) {
        return Returned.<Returned>find("id = ?1" + only(admin), id)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("No such mail."));
    }

    private static String only(boolean admin) {
        return admin ? "" : " and " + OF_MISSIONS;
    }

    private static ReturnedView.Row row(Returned row) {
        return new ReturnedView.Row(
                row.id,
                row.receivedAt,
                row.kind,
                row.status,
                row.mail,
                row.campaign,
                row.handledBy,
                row.sealedContent != null);
    }
}

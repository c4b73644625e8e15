package org.demarche.staff.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.staff.Accounts;
import org.demarche.staff.SecondFactors;
import org.demarche.staff.StaffMember;

/** The way back for who forgot the password or lost the second factor: through another admin, and never by mail. */
@ApplicationScoped
class Resets {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Clock clock;
    private final Event<Audited> audit;

    Resets(Accounts accounts, SecondFactors factors, Clock clock, Event<Audited> audit) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.audit = audit;
    }

    /** A link for this member, to be handed over by the admin who makes it. */
    @Transactional
    Token make(UUID id, boolean lostFactor, String actor) {
        var member = accounts.byId(id);
        if (member.name().equals(actor)) {
            throw Refusal.forbidden("Not for yourself: change your password under your own account.");
        }
        var token = ResetLink.make(id, lostFactor, actor, clock.instant());
        audit.fire(new Audited(
                actor, "staff.reset", id.toString(), lostFactor ? "password and second factor" : "password"));
        return token;
    }

    /** Whose link this is. */
    @Transactional
    StaffMember owner(Token token) {
        return accounts.byId(link(token).staffId);
    }

    /** Sets the password, signs every browser out, and leaves the person at the sign-in page. */
    @Transactional
    void use(Token token, String password) {
        var link = link(token);
        var member = accounts.byId(link.staffId);
        accounts.setPassword(member, password);
        if (!link.use()) {
            throw usedUp();
        }
        if (link.lostFactor) {
            factors.removeAll(member.id());
        }
        accounts.endOthers(member, null);
        audit.fire(
                new Audited(member.name(), "staff.password", member.id().toString(), "by a link of " + link.askedBy));
    }

    private ResetLink link(Token token) {
        return ResetLink.open(token, clock.instant()).orElseThrow(Resets::usedUp);
    }

    private static Refusal usedUp() {
        return Refusal.unknown("This link was used, or is no longer valid. Please ask for a new one.");
    }
}

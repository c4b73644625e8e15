package org.demarche.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Token;
import org.demarche.staff.passkey.Passkeys;
import org.demarche.staff.totp.Authenticators;
import org.demarche.staff.totp.RecoveryCodes;

/**
 * New recovery codes in place of the old ones, for who shows the second factor again: neither a desk left open nor a code
 * from the old paper makes new paper.
 */
@ApplicationScoped
public class FreshPaper {

    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes paper;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Event<Audited> audit;

    FreshPaper(
            Authenticators authenticators,
            Passkeys passkeys,
            RecoveryCodes paper,
            SignInThrottle throttle,
            Clock clock,
            Event<Audited> audit) {
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.paper = paper;
        this.throttle = throttle;
        this.clock = clock;
        this.audit = audit;
    }

    /** For a passkey of this member. */
    public Passkeys.Asked ask(StaffMember member) {
        return passkeys.toShow(member.id);
    }

    /** @throws BadInput where this is no code of now; guesses are slowed */
    public List<String> byCode(StaffMember member, String code) {
        return print(
                member,
                () -> authenticators.accepts(member.id, code),
                "This is not a code of now, or it was used a moment ago. Type the next that your authenticator shows.");
    }

    /** @throws BadInput where this answers no question to this member */
    public List<String> byPasskey(StaffMember member, Token question, String answer) {
        return print(
                member,
                () -> passkeys.shows(member.id, question, answer),
                "This passkey makes no new codes. Please try again.");
    }

    private List<String> print(StaffMember member, BooleanSupplier shown, String objection) {
        var keys = List.of("paper " + member.id);
        if (!throttle.admit(keys, clock.instant()).isZero()) {
            throw new BadInput("paper", "There were many attempts that failed. Please wait a minute.");
        }
        if (!shown.getAsBoolean()) {
            QuarkusTransaction.requiringNew().run(() -> note(member, "refused"));
            throw new BadInput("paper", objection);
        }
        throttle.forgive(keys);
        return QuarkusTransaction.requiringNew().call(() -> {
            note(member, "printed anew");
            return paper.printAnew(member.id);
        });
    }

    private void note(StaffMember member, String detail) {
        audit.fire(new Audited(member.name, "staff.recovery-codes", member.id.toString(), detail));
    }
}

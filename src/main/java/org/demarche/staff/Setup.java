package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.demarche.common.Refusal;
import org.demarche.common.Token;

/** Makes an account from a link, and the link useless. */
@ApplicationScoped
class Setup {

    private static final String USED_UP = "This link was used, or is no longer valid. Please ask for a new one.";

    private final StaffRegister register;
    private final SignIn signIn;
    private final Clock clock;

    Setup(StaffRegister register, SignIn signIn, Clock clock) {
        this.register = register;
        this.signIn = signIn;
        this.clock = clock;
    }

    SetupLink link(Token token) {
        return SetupLink.open(token, clock.instant()).orElseThrow(() -> Refusal.unknown(USED_UP));
    }

    /** Adds the member and signs them in. */
    @Transactional
    SignIn.Welcome make(SetupLink link, SetupForm form) {
        var account = form.account(register);
        if (!link.use()) {
            throw Refusal.unknown(USED_UP);
        }
        var now = clock.instant();
        var member = register.add(
                account.name(),
                account.email(),
                account.password(),
                Role.read(link.roles),
                link.invitedBy == null ? StaffMember.SYSTEM : link.invitedBy,
                now);
        return signIn.welcome(member, now);
    }
}

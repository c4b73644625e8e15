package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.common.Token;
import org.demarche.staff.passkey.Passkeys;

/** Lets in by a passkey alone: it is something one has, unlocked by something one is or knows. */
@ApplicationScoped
class PasskeySignIn {

    sealed interface Question {}

    record Ask(Passkeys.Asked asked) implements Question {}

    record Later(Duration left) implements Question {}

    private final Passkeys passkeys;
    private final SignIn signIn;
    private final SignInThrottle throttle;
    private final Clock clock;

    PasskeySignIn(Passkeys passkeys, SignIn signIn, SignInThrottle throttle, Clock clock) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** A question for one attempt. An answer needs a question, so counting these slows whoever tries answers. */
    Question ask(String network) {
        var now = clock.instant();
        var wait = throttle.admit(List.of("passkey " + signIn.networkKey(network, now)), now);
        return wait.isZero() ? new Ask(passkeys.toEnter()) : new Later(wait);
    }

    /** Empty for every answer that opens nothing, whatever the reason. */
    Optional<SignIn.Welcome> enter(Token question, String answer, String network) {
        var now = clock.instant();
        var shown = passkeys.enter(question, answer);
        var owner = shown.flatMap(s -> signIn.active(s.staff()));
        if (owner.isEmpty() || !shown.get().right()) {
            owner.ifPresent(member -> signIn.note(member, "wrong passkey"));
            return Optional.empty();
        }
        throttle.forgive(List.of("passkey " + signIn.networkKey(network, now)));
        return Optional.of(signIn.welcome(owner.get(), Proof.PASSKEY, now));
    }
}

package org.demarche.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.EmailAddress;
import org.demarche.common.Token;
import org.demarche.privacy.Vault;
import org.demarche.staff.password.Passwords;

/** Checks who somebody says they are, slowly for those who guess. */
@ApplicationScoped
class SignIn {

    sealed interface Outcome {}

    /** @param device what this browser is known by from now on */
    record Welcome(Token session, String device) implements Outcome {}

    /** @param pending what the code has to be sent with */
    record OwesCode(Token pending, SecondFactors.Owed owed) implements Outcome {}

    record Mistaken() implements Outcome {}

    record TooSoon(Duration left) implements Outcome {}

    private final StaffRegister register;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final KnownDevice devices;
    private final SecondFactors factors;
    private final Vault vault;
    private final Clock clock;
    private final Event<Audited> audit;

    SignIn(
            StaffRegister register,
            Passwords passwords,
            SignInThrottle throttle,
            KnownDevice devices,
            SecondFactors factors,
            Vault vault,
            Clock clock,
            Event<Audited> audit) {
        this.register = register;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.factors = factors;
        this.vault = vault;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * One attempt.
     *
     * @param network the address it came from, of which only a keyed hash of today is kept
     * @param device the cookie of a browser that signed in before, or null
     */
    Outcome attempt(SignInForm form, String network, String device) {
        var now = clock.instant();
        var email = EmailAddress.parse(form.email());
        if (email.isEmpty()) {
            return new Mistaken();
        }
        var account = register.index(email.get());
        var keys = keys(account, network, device, now);
        var wait = throttle.admit(keys, now);
        if (!wait.isZero()) {
            return new TooSoon(wait);
        }
        var member = register.byEmail(email.get()).filter(m -> m.active);
        boolean right = member.isPresent()
                ? passwords.matches(form.password(), member.get().passwordHash)
                : passwords.matchesNobody(form.password());
        if (!right) {
            member.ifPresent(m -> note(m, "wrong password"));
            return new Mistaken();
        }
        throttle.forgive(keys);
        var owed = factors.owedBy(member.get().id);
        return owed.any()
                ? new OwesCode(QuarkusTransaction.requiringNew().call(() -> DeskSession.await(member.get(), now)), owed)
                : welcome(member.get(), now);
    }

    /** The code that was owed; a few mistakes are free, then each further one must wait. */
    Outcome code(CodeForm form) {
        var now = clock.instant();
        var member = QuarkusTransaction.requiringNew().call(() -> DeskSession.awaited(form.token(), now));
        if (member.isEmpty()) {
            return new Mistaken();
        }
        var keys = List.of("code " + member.get().id);
        var wait = throttle.admit(keys, now);
        if (!wait.isZero()) {
            return new TooSoon(wait);
        }
        if (!factors.accept(member.get().id, form.code())) {
            note(member.get(), "wrong code");
            return new OwesCode(form.token(), factors.owedBy(member.get().id));
        }
        throttle.forgive(keys);
        return QuarkusTransaction.requiringNew().call(() -> {
            DeskSession.close(form.token());
            return welcome(member.get(), Proof.PASSWORD_AND_CODE, now);
        });
    }

    /** Who guesses at an unknown address leaves no line: anybody could fill the trail. */
    void note(StaffMember member, String what) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.fire(new Audited("unknown", "staff.sign-in-failed", member.id.toString(), what)));
    }

    @Transactional
    Optional<StaffMember> active(UUID id) {
        return StaffMember.<StaffMember>findByIdOptional(id).filter(member -> member.active);
    }

    /** Opens a session for somebody whose identity is certain. */
    @Transactional
    Welcome welcome(StaffMember member, Instant now) {
        return welcome(member, Proof.PASSWORD, now);
    }

    @Transactional
    Welcome welcome(StaffMember member, Proof proof, Instant now) {
        var session = DeskSession.open(member, proof, now);
        audit.fire(new Audited(member.name, "staff.sign-in", member.id.toString(), "by " + proof.words()));
        return new Welcome(session, devices.introduce(member.emailIndex));
    }

    /** A known browser has a count of its own; all others share those of the account and of their network. */
    private List<String> keys(byte[] account, String network, String device, Instant now) {
        var owner = HexFormat.of().formatHex(account);
        return devices.recognise(device, account)
                .map(number -> List.of("device " + number + " " + owner))
                .orElseGet(() -> List.of("account " + owner, networkKey(network, now)));
    }

    /** What attempts from one network are counted under, today. */
    String networkKey(String network, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return "network " + HexFormat.of().formatHex(vault.blindIndex("staff-network " + today, network));
    }
}

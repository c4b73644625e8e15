package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.staff.password.PasswordRule;
import org.demarche.staff.password.Passwords;

/** What a member of staff does to their own account, and how it is set up again when they are locked out. */
@ApplicationScoped
public class Accounts {

    /**
     * A browser that is signed in.
     *
     * @param id by which it is ended; opens nothing
     * @param by what was shown: {@code password}, {@code password and code}, {@code passkey}
     * @param here whether it is the one that asks
     */
    public record Browser(String id, Instant since, Instant seen, String by, boolean here) {}

    private final StaffRegister register;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Event<Audited> audit;

    Accounts(StaffRegister register, Passwords passwords, SignInThrottle throttle, Clock clock, Event<Audited> audit) {
        this.register = register;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
        this.audit = audit;
    }

    /** The account under this name; a script's token has none. */
    @Transactional
    public StaffMember of(String name) {
        return StaffMember.named(name)
                .orElseThrow(() -> Refusal.unknown("A token has no account; sign in as a person."));
    }

    @Transactional
    public StaffMember byId(UUID id) {
        return StaffMember.<StaffMember>findByIdOptional(id)
                .orElseThrow(() -> Refusal.unknown("There is no such member of staff."));
    }

    /** Those that are signed in now, the newest first. */
    @Transactional
    public List<Browser> browsers(StaffMember member, String session) {
        var here = session == null ? new byte[0] : new Token(session).hash();
        var now = clock.instant();
        return DeskSession.<DeskSession>list("member = ?1 order by createdAt desc", member).stream()
                .filter(s -> s.lasts(now))
                .map(s -> new Browser(
                        HexFormat.of().formatHex(s.tokenHash),
                        s.createdAt,
                        s.seenAt,
                        s.proof().words(),
                        Arrays.equals(s.tokenHash, here)))
                .toList();
    }

    /** Ends one session of this member; one that is gone already is no error. */
    @Transactional
    public void end(StaffMember member, String browser) {
        if (!browser.matches("[0-9a-f]{64}")) {
            throw Refusal.unknown("There is no such session.");
        }
        DeskSession.delete("tokenHash = ?1 and member = ?2", HexFormat.of().parseHex(browser), member);
        audit.fire(new Audited(member.name, "staff.session-end", member.id.toString(), null));
    }

    /** @throws BadInput where the old one is wrong or the new one will not do; guesses at the old one are slowed */
    @Transactional
    public void changePassword(StaffMember member, String old, String fresh, String session) {
        prove(member, old);
        setPassword(member, fresh);
        endOthers(member, session);
        audit.fire(new Audited(member.name, "staff.password", member.id.toString(), null));
    }

    /** The one at the screen is who signed in, and not who passed by. */
    void prove(StaffMember member, String password) {
        var keys = List.of("prove " + member.id);
        if (!throttle.admit(keys, clock.instant()).isZero()) {
            throw new BadInput("old", "There were many attempts that failed. Please wait a minute.");
        }
        if (password == null || !passwords.matches(password, member.passwordHash)) {
            throw new BadInput("old", "This is not your password.");
        }
        throttle.forgive(keys);
    }

    /** Gives the member a new password, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void setPassword(StaffMember member, String fresh) {
        var address = register.emailOf(member);
        PasswordRule.objection(fresh == null ? "" : fresh, List.of(member.name, address, address.split("@")[0]))
                .ifPresent(objection -> {
                    throw new BadInput("password", objection);
                });
        StaffMember.update("passwordHash = ?1 where id = ?2", passwords.hash(fresh), member.id);
    }

    /** Ends all that is signed in as this member, but for one; null ends all. */
    @Transactional
    public void endOthers(StaffMember member, String session) {
        var here = session == null ? new byte[0] : new Token(session).hash();
        DeskSession.delete("member = ?1 and tokenHash <> ?2", member, here);
    }
}

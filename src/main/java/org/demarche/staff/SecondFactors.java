package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Token;
import org.demarche.staff.passkey.Passkeys;
import org.demarche.staff.totp.Authenticators;
import org.demarche.staff.totp.RecoveryCodes;

/** What a member shows beside the password: a code of an authenticator or a passkey, and on a bad day the paper. */
@ApplicationScoped
public class SecondFactors {

    /** What a member has, and therefore owes after the password. */
    public record Owed(boolean code, boolean passkey) {

        public boolean any() {
            return code || passkey;
        }
    }

    private final Accounts accounts;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final RecoveryCodes paper;
    private final Event<Audited> audit;

    SecondFactors(
            Accounts accounts,
            Authenticators authenticators,
            Passkeys passkeys,
            RecoveryCodes paper,
            Event<Audited> audit) {
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.paper = paper;
        this.audit = audit;
    }

    @Transactional
    public Owed owedBy(UUID staff) {
        return new Owed(authenticators.has(staff), passkeys.has(staff));
    }

    /** Whether this is a code of now, or one from the paper; either works once. */
    @Transactional
    boolean accept(UUID staff, String typed) {
        return authenticators.accepts(staff, typed) || paper.accepts(staff, typed);
    }

    /** Takes the authenticator into use; answers the recovery codes where they are new, and shown this once. */
    @Transactional
    public List<String> confirmAuthenticator(StaffMember member, String code, String session) {
        authenticators.confirm(member.id, code);
        note(member, "staff.authenticator", "set up");
        return takenIntoUse(member, session, Proof.PASSWORD_AND_CODE);
    }

    @Transactional
    public void removeAuthenticator(StaffMember member, String password) {
        accounts.prove(member, password);
        authenticators.remove(member.id);
        tearUpUnneeded(member.id);
        note(member, "staff.authenticator", "taken off");
    }

    /** The first step, with the password, so that a desk left open for a minute gains nobody a key. */
    public Passkeys.Asked askForPasskey(StaffMember member, String password, String label) {
        Passkeys.label(label);
        accounts.prove(member, password);
        return passkeys.toAdd(member.id, member.name);
    }

    /** Takes the passkey into use that answered; answers the recovery codes where they are new, and shown this once. */
    @Transactional
    public List<String> addPasskey(StaffMember member, Token question, String answer, String label, String session) {
        passkeys.add(member.id, question, answer, label);
        note(member, "staff.passkey", "added");
        return takenIntoUse(member, session, Proof.PASSKEY);
    }

    /** Takes a passkey off and signs every other browser out: one of them may be the reason. */
    @Transactional
    public void removePasskey(StaffMember member, String password, String id, String session) {
        accounts.prove(member, password);
        if (!passkeys.remove(member.id, id)) {
            throw new BadInput("passkey", "Choose the passkey to take off.");
        }
        tearUpUnneeded(member.id);
        accounts.endOthers(member, session);
        note(member, "staff.passkey", "taken off");
    }

    /** For who lost all of it; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void removeAll(UUID staff) {
        authenticators.remove(staff);
        passkeys.removeAll(staff);
        paper.tearUp(staff);
    }

    /** The session that showed it stays, all others end. */
    private List<String> takenIntoUse(StaffMember member, String session, Proof proof) {
        accounts.endOthers(member, session);
        if (session != null) {
            DeskSession.update(
                    "secondFactor = true, byPasskey = ?1 where tokenHash = ?2",
                    proof == Proof.PASSKEY,
                    new Token(session).hash());
        }
        return paper.print(member.id);
    }

    private void tearUpUnneeded(UUID staff) {
        if (!owedBy(staff).any()) {
            paper.tearUp(staff);
        }
    }

    private void note(StaffMember member, String action, String detail) {
        audit.fire(new Audited(member.name, action, member.id.toString(), detail));
    }
}

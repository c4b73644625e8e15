package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.staff.password.Passwords;

/** Who works here; seals what is known of them. */
@ApplicationScoped
class StaffRegister {

    private final Vault vault;
    private final Passwords passwords;
    private final ApiTokens tokens;
    private final Event<Audited> audit;

    StaffRegister(Vault vault, Passwords passwords, ApiTokens tokens, Event<Audited> audit) {
        this.vault = vault;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** A colleague's, or a script's: in the trail and before an approval, one name is one person. */
    boolean isNameTaken(String name) {
        return StaffMember.isNameTaken(name) || tokens.isNamed(name);
    }

    boolean isEmpty() {
        return StaffMember.count() == 0;
    }

    /** Adds a member; name and address must be new, which {@link SetupForm} looks after and the database enforces. */
    @Transactional
    StaffMember add(String name, EmailAddress email, String password, Set<Role> roles, String addedBy, Instant now) {
        var member = new StaffMember();
        member.id = UUID.randomUUID();
        member.name = name;
        member.emailSealed = vault.seal(Scopes.ORGANISATION, email.value(), context(member.id));
        member.emailIndex = index(email);
        member.passwordHash = passwords.hash(password);
        member.roles.addAll(roles);
        member.active = true;
        member.createdAt = now;
        member.persistAndFlush();
        audit.fire(new Audited(addedBy, "staff.add", member.id.toString(), "as " + Role.words(roles)));
        return member;
    }

    Optional<StaffMember> byEmail(EmailAddress email) {
        return StaffMember.byEmailIndex(index(email));
    }

    String emailOf(StaffMember member) {
        return vault.openText(member.emailSealed, context(member.id));
    }

    /** What stands for the address where it must not be known; lower case, for nobody remembers how they typed it. */
    byte[] index(EmailAddress email) {
        return vault.blindIndex("staff-email", email.value().toLowerCase(Locale.ROOT));
    }

    private static String context(UUID member) {
        return "staff:" + member;
    }
}

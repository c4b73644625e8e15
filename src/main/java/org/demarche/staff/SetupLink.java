package org.demarche.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.demarche.common.Token;

/** A link that makes one account, once. The first one comes from the start of an empty desk, others from an admin. */
@Entity
@Table(name = "setup_link")
class SetupLink extends PanacheEntityBase {

    /** An invitation is handed over by a colleague, and used within days or never. */
    static final Duration INVITATION_LASTS = Duration.ofDays(7);

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    String roles;

    /** The admin's name; null for the first link, which lives until it is used or the next start. */
    @Column(name = "invited_by")
    String invitedBy;

    @Column(name = "created_at")
    Instant createdAt;

    /** Makes the one link of an empty desk, and ends the one of the start before. */
    static Token first(Instant now) {
        delete("invitedBy is null");
        return make(Set.of(Role.ADMIN), null, now);
    }

    static Token invitation(Set<Role> roles, String invitedBy, Instant now) {
        delete("invitedBy is not null and createdAt < ?1", now.minus(INVITATION_LASTS));
        return make(roles, invitedBy, now);
    }

    private static Token make(Set<Role> roles, String invitedBy, Instant now) {
        var token = Token.random();
        var link = new SetupLink();
        link.tokenHash = token.hash();
        link.roles = Role.words(roles);
        link.invitedBy = invitedBy;
        link.createdAt = now;
        link.persist();
        return token;
    }

    static Optional<SetupLink> open(Token token, Instant now) {
        return SetupLink.<SetupLink>findByIdOptional(token.hash()).filter(link -> link.lasts(now));
    }

    /** Uses the link up; false where somebody else was faster. */
    boolean use() {
        return delete("tokenHash", (Object) tokenHash) == 1;
    }

    private boolean lasts(Instant now) {
        return invitedBy == null ? StaffMember.count() == 0 : now.isBefore(createdAt.plus(INVITATION_LASTS));
    }
}

package org.demarche.staff.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Token;

/** A link by which one member sets a new password, once; another admin made it. */
@Entity
@Table(name = "reset_link")
class ResetLink extends PanacheEntityBase {

    /** Handed over by a colleague, used the same day or never. */
    static final Duration LASTS = Duration.ofHours(24);

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "staff_id")
    UUID staffId;

    /** Whether authenticator, passkeys and recovery codes go with the old password. */
    @Column(name = "lost_authenticator")
    boolean lostFactor;

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "created_at")
    Instant createdAt;

    /** A new link, the only one for this member from now on. */
    static Token make(UUID staff, boolean lostFactor, String askedBy, Instant now) {
        delete("staffId = ?1 or createdAt < ?2", staff, now.minus(LASTS));
        var token = Token.random();
        var link = new ResetLink();
        link.tokenHash = token.hash();
        link.staffId = staff;
        link.lostFactor = lostFactor;
        link.askedBy = askedBy;
        link.createdAt = now;
        link.persist();
        return token;
    }

    static Optional<ResetLink> open(Token token, Instant now) {
        return ResetLink.<ResetLink>findByIdOptional(token.hash())
                .filter(link -> now.isBefore(link.createdAt.plus(LASTS)));
    }

    /** Uses the link up; false where somebody else was faster. */
    boolean use() {
        return delete("tokenHash", (Object) tokenHash) == 1;
    }
}

package org.demarche.staff.token;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Actor;
import org.demarche.common.Token;
import org.demarche.staff.Role;
import org.demarche.staff.StaffMember;

/** What one script may do in the name of whoever made the token, and until when. */
@Entity
@Table(name = "script_token")
public class ScriptToken extends PanacheEntityBase {

    /** The last use is noted, but not more often: a busy script would write a row with each call. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "owner_id")
    StaffMember owner;

    String label;

    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "ends_at")
    Instant endsAt;

    /** Null before the first use. */
    @Column(name = "used_at")
    Instant usedAt;

    /** Null while it stands. */
    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "revoked_by")
    String revokedBy;

    static Optional<ScriptToken> of(Token token) {
        return find("tokenHash", (Object) token.hash()).firstResultOptional();
    }

    /** Whether it opens anything: a colleague who left, or lost the role, leaves no script behind. */
    boolean stands(Instant now) {
        return revokedAt == null && now.isBefore(endsAt) && owner.active() && owner.mayActAs(role);
    }

    void used(Instant now) {
        if (usedAt == null || usedAt.plus(NOTED_EVERY).isBefore(now)) {
            usedAt = now;
        }
    }

    /** The name in the trail; before an approval it is the same person as its owner. */
    String actsAs() {
        return owner.name() + Actor.BY_SCRIPT + label;
    }
}

package org.demarche.bundle.carry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.bundle.Bundle;
import org.demarche.common.Token;

/** One link to one bundle; only a hash of it is kept. */
@Entity
@Table(name = "bundle_link")
public class CarryLink extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Bundle bundle;

    @Column(name = "token_hash")
    byte[] tokenHash;

    /** Who carries the bundle, as the maker of the link wrote. */
    @Column(name = "made_for")
    public String madeFor;

    @Column(name = "made_by")
    public String madeBy;

    @Column(name = "made_at")
    public Instant madeAt;

    @Column(name = "expires_at")
    public Instant expiresAt;

    @Column(name = "revoked_at")
    public Instant revokedAt;

    public int downloads;

    static Optional<CarryLink> of(Token token) {
        return find("tokenHash", token.hash()).firstResultOptional();
    }

    static List<CarryLink> of(Bundle bundle) {
        return list("bundle = ?1 order by madeAt desc", bundle);
    }

    boolean opens(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}

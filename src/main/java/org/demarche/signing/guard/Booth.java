package org.demarche.signing.guard;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A place where many people sign on few devices, or behind one network, under the eyes of staff. */
@Entity
@Table(name = "guard_booth")
public class Booth extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "token_hash")
    byte[] tokenHash;

    /** Slug of the campaign that its link leads to. */
    public String campaign;

    public String place;

    @Column(name = "opened_by")
    public String openedBy;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "closes_at")
    public Instant closesAt;

    /** The open ones, the newest first. */
    public static List<Booth> open(Instant now) {
        return list("closesAt > ?1 order by openedAt desc", now);
    }
}

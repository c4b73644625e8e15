package org.demarche.letter.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The one logo there is, as PNG. */
@Entity
@Table(name = "organisation_logo")
class Logo extends PanacheEntityBase {

    private static final int ONLY = 1;

    @Id
    int id = ONLY;

    byte[] png;

    @Column(name = "changed_at")
    Instant changedAt;

    static Optional<Logo> only() {
        return findByIdOptional(ONLY);
    }

    Logos.Stored stored() {
        var size = Drawing.size(png);
        return new Logos.Stored(png, size.width, size.height, Long.toString(changedAt.toEpochMilli(), 36));
    }
}

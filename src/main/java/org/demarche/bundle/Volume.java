package org.demarche.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.pdf.Seal;

/** One printable, sealed part of a bundle; volume 0 is the cover with letter and certificate. */
@Entity
@Table(name = "bundle_volume")
@IdClass(Volume.Key.class)
public class Volume extends PanacheEntityBase {

    /** Which volume of which bundle. */
    public record Key(UUID bundleId, int n) implements Serializable {}

    @Id
    @Column(name = "bundle_id")
    public UUID bundleId;

    @Id
    public int n;

    public int pages;

    public long bytes;

    /** Hex, of the sealed file. */
    public String sha256;

    @Column(name = "made_at")
    public Instant madeAt;

    @Enumerated(EnumType.STRING)
    public Seal.Stamp stamp = Seal.Stamp.NOT_ASKED;

    /** Characters that stand as □, named for staff; empty for none. */
    @Column(name = "missing_glyphs")
    public String missingGlyphs = "";

    public static List<Volume> of(UUID bundle) {
        return list("bundleId = ?1 order by n", bundle);
    }

    /** The volume with this number, where it is recorded. */
    public static Optional<Volume> of(UUID bundle, int n) {
        return find("bundleId = ?1 and n = ?2", bundle, n).firstResultOptional();
    }

    /** The volume with this digest, whichever bundle it is in. */
    public static Optional<Volume> byDigest(String sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    public String fileName() {
        return "volume-%02d.pdf".formatted(n);
    }
}

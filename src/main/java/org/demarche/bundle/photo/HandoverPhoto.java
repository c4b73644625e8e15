package org.demarche.bundle.photo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.bundle.handover.Handover;
import org.demarche.common.Refusal;

/** One photograph of a handover; nobody outside sees it before it is published. */
@Entity
@Table(name = "handover_photo")
public class HandoverPhoto extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Handover handover;

    String scope;

    /** Sealed; null once it is published. */
    byte[] draft;

    byte[] shown;

    public int width;

    public int height;

    /** What is to be seen, for those who cannot see it; null until it is written. */
    public String words;

    @Column(name = "added_by")
    public String addedBy;

    @Column(name = "added_at")
    public Instant addedAt;

    @Column(name = "published_at")
    public Instant publishedAt;

    static List<HandoverPhoto> of(Handover handover) {
        return list("handover = ?1 order by addedAt, id", handover);
    }

    /** Those of a handover that everybody may see. */
    public static List<HandoverPhoto> published(Handover handover) {
        return list("handover = ?1 and publishedAt is not null order by addedAt, id", handover);
    }

    static HandoverPhoto named(UUID id) {
        return HandoverPhoto.<HandoverPhoto>findByIdOptional(id)
                .orElseThrow(() -> Refusal.unknown("There is no such photograph."));
    }

    String context() {
        return "photo:" + id;
    }
}

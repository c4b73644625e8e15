package org.demarche.signing.sheets;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Refusal;
import org.hibernate.annotations.DynamicUpdate;

/** One printed sheet, and how far its typing in has come. */
@Entity
@DynamicUpdate
@Table(name = "paper_sheet")
class PaperSheet extends PanacheEntityBase {

    @Id
    String serial;

    @Column(name = "campaign_id")
    UUID campaignId;

    @Column(name = "printed_by")
    String printedBy;

    @Column(name = "printed_at")
    Instant printedAt;

    @Column(name = "keyed_by")
    String keyedBy;

    @Column(name = "keyed_at")
    Instant keyedAt;

    /** What the first person typed, until a second one has typed the same. */
    @Column(name = "keyed")
    byte[] sealedKeyed;

    @Column(name = "counted_by")
    String countedBy;

    @Column(name = "counted_at")
    Instant countedAt;

    static PaperSheet locked(UUID campaign, Serial serial) {
        return PaperSheet.<PaperSheet>find("serial = ?1 and campaignId = ?2", serial.value(), campaign)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("No sheet with this number was printed for this campaign."));
    }

    /** The newest first. */
    static List<PaperSheet> of(UUID campaign, int most) {
        return PaperSheet.<PaperSheet>find("campaignId = ?1 order by printedAt desc, serial", campaign)
                .page(0, most)
                .list();
    }

    String context() {
        return "sheet:" + serial;
    }
}

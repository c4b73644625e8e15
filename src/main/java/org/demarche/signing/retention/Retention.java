package org.demarche.signing.retention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Refusal;

/** How long the personal data of one campaign are kept after its end, and who had them erased. */
@Entity
@Table(name = "retention")
class Retention extends PanacheEntityBase {

    /** What the privacy page promises; a campaign may end earlier, never later. */
    static final int DAYS_MAX = 365;

    /** Asked by nobody: by the calendar. */
    static final String SYSTEM = "system";

    @Id
    @Column(name = "campaign_id")
    UUID campaignId;

    int days = DAYS_MAX;

    /** Null while nobody has asked. */
    @Embedded
    Approval approval;

    /** Signatures that lost their person. */
    long erased;

    @Column(name = "done_at")
    Instant doneAt;

    /** The plan of a campaign, made with what the page promises where there is none yet; locked. */
    static Retention of(Campaign campaign) {
        return Retention.<Retention>findByIdOptional(campaign.id, LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(() -> {
                    var plan = new Retention();
                    plan.campaignId = campaign.id;
                    plan.persist();
                    return plan;
                });
    }

    /** From when on the data may be erased; empty while the campaign has not ended. */
    Optional<Instant> due(Campaign campaign) {
        return switch (campaign.state) {
            case CLOSED, DELIVERED, ARCHIVED -> campaign.closing().map(end -> end.plus(Duration.ofDays(days)));
            case DRAFT, SCHEDULED, OPEN -> Optional.empty();
        };
    }

    void ask(Campaign campaign, String actor, Instant now) {
        if (isApproved()) {
            throw Refusal.wrongState("The personal data of this campaign are erased already.");
        }
        var due = due(campaign).orElseThrow(() -> Refusal.wrongState("A campaign is erased after its end."));
        if (now.isBefore(due)) {
            throw Refusal.wrongState("The data of this campaign are kept until " + due + ".");
        }
        approval = Approval.asked(actor, now);
    }

    void approve(Campaign campaign, String actor, boolean fourEyes, Instant now) {
        if (!isAsked() || isApproved()) {
            throw Refusal.wrongState("There is nothing to approve.");
        }
        if (due(campaign).filter(due -> !now.isBefore(due)).isEmpty()) {
            throw Refusal.wrongState("The campaign was opened again, or its data are kept for longer.");
        }
        approval.agree(actor, fourEyes, "this", now);
    }

    boolean isAsked() {
        return approval != null;
    }

    boolean isApproved() {
        return isAsked() && approval.approvedAt() != null;
    }

    /** Who approves must approve what stands now. */
    void keepFor(int newDays) {
        days = newDays;
        if (!isApproved()) {
            approval = null;
        }
    }
}

package org.demarche.signing.export;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Refusal;

/** One request to take the signatures of a campaign out of the house as a file. */
@Entity
@Table(name = "signature_export")
public class Export extends PanacheEntityBase {

    /** How far such a request has come. */
    public enum State {
        AWAITING_APPROVAL,
        APPROVED,
        DECLINED,
        OVER,
        /** A token of the settings took the file out; no second person has said that they know. */
        TAKEN_ALONE,
        KNOWN
    }

    /** Long enough for a working day, short enough that nobody relies on it. */
    static final Duration OPEN_FOR = Duration.ofHours(24);

    @Id
    UUID id;

    @ManyToOne
    @JoinColumn(name = "campaign_id")
    Campaign campaign;

    String reason;

    @Embedded
    Approval approval;

    /** Whether a token of the settings took it out, so that the second person is asked afterwards. */
    boolean alone;

    /** How often, until somebody knew. */
    int times;

    /** Null unless somebody said no. */
    @Column(name = "declined_by")
    String declinedBy;

    /** Locked, so that two who decide at once follow each other. */
    static Export of(String slug, UUID id) {
        return Export.<Export>find("id = ?1 and campaign.slug = ?2", id, slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such export in this campaign."));
    }

    static List<Export> ofCampaign(Campaign campaign) {
        return list("campaign = ?1 order by approval.askedAt desc", campaign);
    }

    /** What this token took out alone, and nobody knows of yet. */
    static Optional<Export> unknown(Campaign campaign, String actor) {
        return Export.<Export>find(
                        "campaign = ?1 and alone = true and approval.askedBy = ?2 and approval.approvedAt is null",
                        campaign,
                        actor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Requests that wait for a second person, and what was taken out without one. */
    public static long waiting(Campaign campaign) {
        return count("campaign = ?1 and approval.approvedAt is null and declinedBy is null", campaign);
    }

    State state(Instant now) {
        if (alone) {
            return approval.approvedAt() == null ? State.TAKEN_ALONE : State.KNOWN;
        }
        if (declinedBy != null) {
            return State.DECLINED;
        }
        if (approval.approvedAt() == null) {
            return State.AWAITING_APPROVAL;
        }
        return now.isBefore(until()) ? State.APPROVED : State.OVER;
    }

    /** When it can no longer be fetched; null before it was approved, and for what a token took out alone. */
    Instant until() {
        return alone || approval.approvedAt() == null
                ? null
                : approval.approvedAt().plus(OPEN_FOR);
    }

    /** Whether this person may fetch the file now: the one who asked, and nobody who found the link. */
    boolean opensTo(String person, Instant now) {
        return approval.isOf(person) && state(now) == State.APPROVED;
    }

    void mustWait(Instant now) {
        if (state(now) != State.AWAITING_APPROVAL) {
            throw Refusal.wrongState("This export was decided already.");
        }
    }
}

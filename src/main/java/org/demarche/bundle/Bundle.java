package org.demarche.bundle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
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
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.letter.Layout;
import org.demarche.signing.LineOrder;

/** All that one mission is handed: a list frozen at a head of the ledger, printed in sealed volumes. */
@Entity
@Table(name = "bundle")
public class Bundle extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Campaign campaign;

    @Column(name = "mission_code")
    public String missionCode;

    @Enumerated(EnumType.STRING)
    public BundleContent content;

    @Enumerated(EnumType.STRING)
    public Layout.Paper paper = Layout.Paper.A4;

    @Enumerated(EnumType.STRING)
    @Column(name = "line_order")
    public LineOrder lineOrder = LineOrder.MIXED;

    /** Of cover, sheets and contents; null for the mission's own. */
    @Enumerated(EnumType.STRING)
    public Language language;

    @Enumerated(EnumType.STRING)
    public BundleState state;

    @Embedded
    public Approval approval;

    @Column(name = "ledger_size")
    public Long ledgerSize;

    @Column(name = "ledger_root")
    public String ledgerRoot;

    /** Lines of the frozen list. */
    public long signatures;

    /** Of these, how many were withdrawn before they were printed; known when it is done. */
    @Column(name = "left_out")
    public long leftOut;

    @Column(name = "lines_done")
    public long linesDone;

    @Column(name = "running_since")
    Instant runningSince;

    /** Of {@code linesDone}, those that were printed before {@code runningSince}. */
    @Column(name = "done_before")
    long doneBefore;

    @Column(name = "finished_at")
    public Instant finishedAt;

    public String failure;

    /**
     * The bundle of this campaign.
     *
     * @throws Refusal 404 where there is none
     */
    public static Bundle named(String slug, UUID id) {
        return Bundle.<Bundle>find("id = ?1 and campaign.slug = ?2", id, slug)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such bundle in this campaign."));
    }

    public static Bundle locked(UUID id) {
        return Bundle.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public static List<Bundle> ofCampaign(Campaign campaign) {
        return list("campaign = ?1 order by approval.askedAt desc", campaign);
    }

    /** That it is made this way. */
    public void want(Wanted wanted) {
        content = wanted.content();
        paper = wanted.paper();
        lineOrder = wanted.order();
        language = wanted.language();
    }

    void approve(String actor, boolean fourEyes, Instant now) {
        if (state != BundleState.AWAITING_APPROVAL) {
            throw Refusal.wrongState("This bundle is " + state + " and cannot be approved again.");
        }
        if (!campaign.state.mayDeliver()) {
            throw Refusal.wrongState(
                    "Bundles are made while a campaign is open or closed; this one is " + campaign.state.word() + ".");
        }
        state = BundleState.QUEUED;
        approval.agree(actor, fourEyes, "this bundle", now);
    }

    /** Back in line after printing failed; what is printed already is kept. */
    void retry() {
        if (state != BundleState.FAILED) {
            throw Refusal.wrongState("Only a bundle that failed is printed again; this one is " + state + ".");
        }
        state = BundleState.QUEUED;
    }

    /** Stops it for good, whether it waits, is being made, or failed; what is done stays in the record. */
    void cancel() {
        if (state == BundleState.DONE || state == BundleState.CANCELLED) {
            throw Refusal.wrongState("This bundle is " + state + " and can no longer be cancelled.");
        }
        state = BundleState.CANCELLED;
    }

    /** Whether it may be made now; not where it was cancelled meanwhile. */
    public boolean start(Instant now) {
        if (state == BundleState.CANCELLED) {
            return false;
        }
        state = BundleState.RUNNING;
        runningSince = now;
        // A volume that was not finished is printed again.
        doneBefore = linesDone - linesDone % content.volumeLines();
        failure = null;
        return true;
    }

    public void finish(long left, Instant now) {
        if (state == BundleState.CANCELLED) {
            return;
        }
        leftOut = left;
        state = BundleState.DONE;
        linesDone = signatures;
        finishedAt = now;
    }

    public void fail(String reason) {
        if (state == BundleState.CANCELLED) {
            return;
        }
        state = BundleState.FAILED;
        failure = reason;
    }

    /** How many signatures or letters it carries: all that were frozen but for those withdrawn meanwhile. */
    public long carried() {
        return signatures - leftOut;
    }

    /** From 0 to 1: the share of the frozen list that is on paper. */
    public double progress() {
        if (state == BundleState.DONE) {
            return 1;
        }
        return signatures == 0 ? 0 : Math.min(0.99, (double) linesDone / signatures);
    }

    /** How long the printing still takes, roughly; empty while too little is printed to tell, or nothing is. */
    public Optional<Duration> timeLeft(Instant now) {
        return state == BundleState.RUNNING && runningSince != null
                ? TimeLeft.of(linesDone - doneBefore, signatures - linesDone, Duration.between(runningSince, now))
                : Optional.empty();
    }

    /** @throws Refusal 409 unless it is finished */
    public void requireDone() {
        if (state != BundleState.DONE) {
            throw Refusal.wrongState("This bundle is " + state + "; its volumes can be fetched when it is DONE.");
        }
    }
}

package org.demarche.delivery;

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
import java.time.Instant;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.common.Refusal;
import org.demarche.mail.Message;

/** One person's request to mail a campaign's letter to missions, waiting for another person's approval. */
@Entity
@Table(name = "delivery_plan")
public class DeliveryPlan extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Campaign campaign;

    @Enumerated(EnumType.STRING)
    public DeliveryContent content;

    @Enumerated(EnumType.STRING)
    public PlanState state;

    @Embedded
    public Approval approval;

    /** Where answers go instead of the sender, whose mailbox files them with the campaign; null for the sender. */
    @Column(name = "reply_to")
    public String replyTo;

    /** Why it paused, where it did so by itself. */
    @Column(name = "pause_reason")
    public String pauseReason;

    @Column(name = "resumed_at")
    public Instant resumedAt;

    /** Names the mailbox for answers in a letter of this plan, where the plan names one. */
    Message answered(Message letter) {
        return replyTo == null ? letter : letter.replyTo(new EmailAddress(replyTo));
    }

    /** The plan of this campaign, locked until the transaction ends. */
    static DeliveryPlan locked(String slug, UUID id) {
        return DeliveryPlan.<DeliveryPlan>find("id = ?1 and campaign.slug = ?2", id, slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such delivery in this campaign."));
    }

    /** The plan of this campaign. */
    static DeliveryPlan of(String slug, UUID id) {
        return DeliveryPlan.<DeliveryPlan>find("id = ?1 and campaign.slug = ?2", id, slug)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such delivery in this campaign."));
    }

    /** This plan as it is now, locked until the transaction ends. */
    static DeliveryPlan held(UUID id) {
        DeliveryPlan plan = DeliveryPlan.findById(id);
        // What this very transaction changed must not be read away.
        getEntityManager().flush();
        getEntityManager().refresh(plan, LockModeType.PESSIMISTIC_WRITE);
        return plan;
    }

    /** @throws Refusal where its letters may not leave now */
    void requireUnderWay() {
        require(PlanState.APPROVED);
        requireDeliverable();
    }

    void approve(String actor, boolean fourEyes, Instant now) {
        require(PlanState.AWAITING_APPROVAL);
        requireDeliverable();
        state = PlanState.APPROVED;
        approval.agree(actor, fourEyes, "this delivery", now);
    }

    /** @param reason null where a person paused it */
    void pause(String reason) {
        require(PlanState.APPROVED);
        state = PlanState.PAUSED;
        pauseReason = reason;
    }

    void resume(Instant now) {
        require(PlanState.PAUSED);
        requireDeliverable();
        state = PlanState.APPROVED;
        pauseReason = null;
        resumedAt = now;
    }

    void cancel() {
        if (state == PlanState.CANCELLED) {
            throw Refusal.wrongState("This delivery was cancelled already.");
        }
        state = PlanState.CANCELLED;
    }

    private void requireDeliverable() {
        if (!campaign.state.mayDeliver()) {
            throw Refusal.wrongState("Letters leave only while a campaign is open or closed; this one is "
                    + campaign.state.word() + ".");
        }
    }

    private void require(PlanState needed) {
        if (state != needed) {
            throw Refusal.wrongState("This delivery is " + state + ", not " + needed + ".");
        }
    }
}

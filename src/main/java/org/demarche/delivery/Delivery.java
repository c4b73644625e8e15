package org.demarche.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;

/** One letter to one mission's address. */
@Entity
@Table(name = "delivery")
public class Delivery extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public DeliveryPlan plan;

    @Column(name = "mission_code")
    public String missionCode;

    /** The mission's verified address at the time of asking. */
    public String address;

    @Enumerated(EnumType.STRING)
    public DeliveryState state;

    @Column(name = "mail_id")
    public UUID mailId;

    /** A supporter's own letter; null for the campaign's. */
    @Column(name = "own_letter_id")
    public UUID ownLetterId;

    public int attempts;

    public String answer;

    @Column(name = "updated_at")
    public Instant updatedAt;

    static List<Delivery> of(DeliveryPlan plan) {
        return list("plan = ?1 order by missionCode, id", plan);
    }

    static List<Delivery> of(DeliveryPlan plan, DeliveryState state) {
        return list("plan = ?1 and state = ?2 order by missionCode, id", plan, state);
    }

    /** A campaign's deliveries, newest plan first. */
    public static io.quarkus.hibernate.orm.panache.PanacheQuery<Delivery> ofCampaign(Campaign campaign) {
        return find("plan.campaign = ?1 order by plan.approval.askedAt desc, missionCode", campaign);
    }

    /** Codes of the missions to which the letter of this campaign waits, is on its way, or arrived. */
    static Set<String> missionsAsked(Campaign campaign) {
        return Delivery.<Delivery>find(
                        "ownLetterId is null and plan.campaign = ?1 and plan.state <> ?2 and state in ?3",
                        campaign,
                        PlanState.CANCELLED,
                        List.of(
                                DeliveryState.HELD,
                                DeliveryState.QUEUED,
                                DeliveryState.SENDING,
                                DeliveryState.ACCEPTED,
                                DeliveryState.UNKNOWN))
                .stream()
                .map(d -> d.missionCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    void move(DeliveryState next, String reason, Instant now) {
        state = next;
        answer = reason;
        updatedAt = now;
    }
}

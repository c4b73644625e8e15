package org.demarche.bundle;

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
import java.util.UUID;
import org.demarche.campaign.Campaign;

/** The giving: when, where, by whom, how, and what came of it. A refusal is a result, not an error. */
@Entity
@Table(name = "handover")
public class Handover extends PanacheEntityBase {

    /** What the mission did. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        RETURNED,
        /** Nobody took it, and it was left there. */
        LEFT
    }

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Bundle bundle;

    public Instant at;

    public String place;

    @Column(name = "by_whom")
    public String by;

    public String channel;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    /** Of post or courier; null for none. */
    public String tracking;

    public String note;

    /** What the mission answered; null for nothing so far. */
    public String reply;

    @Column(name = "recorded_by")
    public String recordedBy;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public static List<Handover> ofCampaign(Campaign campaign) {
        return list("bundle.campaign = ?1 order by at", campaign);
    }
}

package org.demarche.bundle.handover;

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
import org.demarche.bundle.Bundle;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;

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

    @Enumerated(EnumType.STRING)
    @Column(name = "reply_language")
    public Language replyLanguage;

    /** Null while the reply is for staff only. */
    @Column(name = "reply_published_at")
    public Instant replyPublishedAt;

    @Column(name = "recorded_by")
    public String recordedBy;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    /** The handover of this bundle with this id. */
    static Handover of(Bundle bundle, UUID id) {
        return Handover.<Handover>find("id = ?1 and bundle = ?2", id, bundle)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such handover of this bundle."));
    }

    void answer(ReplyForm form, Instant now) {
        reply = form.reply().isEmpty() ? null : form.reply();
        replyLanguage = Language.find(form.language()).orElse(null);
        replyPublishedAt = form.publish() ? now : null;
    }

    /** Whether everybody may read what the mission replied. */
    public boolean repliedInPublic() {
        return reply != null && replyPublishedAt != null;
    }

    public static List<Handover> ofCampaign(Campaign campaign) {
        return list("bundle.campaign = ?1 order by at", campaign);
    }
}

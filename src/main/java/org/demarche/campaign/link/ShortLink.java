package org.demarche.campaign.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.demarche.campaign.Campaign;

/** An address that people can type from a poster, and the source it stands for. */
@Entity
@Table(name = "short_link")
class ShortLink extends PanacheEntityBase {

    @Id
    String code;

    @ManyToOne
    @JoinColumn(name = "campaign_id")
    Campaign campaign;

    String source;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    static List<ShortLink> ofCampaign(Campaign campaign) {
        return list("campaign = ?1 order by madeAt desc", campaign);
    }

    /** Where it leads. */
    String target() {
        return "/campaigns/" + campaign.slug + "?source=" + source;
    }
}

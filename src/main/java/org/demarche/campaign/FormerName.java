package org.demarche.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** A name under which links to a campaign were passed on before it was given another. */
@Entity
@Table(name = "campaign_former_name")
public class FormerName extends PanacheEntityBase {

    @Id
    String slug;

    @Column(name = "campaign_id")
    UUID campaignId;

    static boolean taken(String slug) {
        return findById(slug) != null;
    }

    static void remember(String slug, Campaign campaign) {
        var former = new FormerName();
        former.slug = slug;
        former.campaignId = campaign.id;
        former.persist();
    }

    /** The campaign that was called so. */
    static Optional<Campaign> leadingFrom(String slug) {
        return FormerName.<FormerName>findByIdOptional(slug).map(former -> Campaign.findById(former.campaignId));
    }
}

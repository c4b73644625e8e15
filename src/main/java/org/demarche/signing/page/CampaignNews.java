package org.demarche.signing.page;

import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;

/** What has become of a campaign, told by those above who know of deliveries. */
public interface CampaignNews {

    /**
     * @param when ISO 8601, for machines; {@code day} as said
     * @param link the path of the page that tells more; null for none
     */
    record Item(String when, String day, String words, String link) {}

    /** The newest first. */
    List<Item> newest(Campaign campaign, Language language, int most);
}

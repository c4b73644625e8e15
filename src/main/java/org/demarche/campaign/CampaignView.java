package org.demarche.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.Language;

/**
 * A campaign as the API tells it; texts by language tag.
 *
 * @param signatureCount null while counts are hidden
 */
public record CampaignView(
        String slug,
        CampaignState state,
        Map<String, String> title,
        Map<String, String> summary,
        int goal,
        Long signatureCount,
        Instant opensAt,
        Instant closesAt,
        String zone,
        List<String> missions,
        LetterPin letter,
        CampaignMode mode) {

    /** The letter's version that this campaign is signed under. */
    public record LetterPin(String key, int version, List<String> languages) {}

    static CampaignView of(Campaign campaign, long signatureCount, List<Language> languages) {
        var titles = new TreeMap<String, String>();
        var summaries = new TreeMap<String, String>();
        campaign.texts.forEach((language, text) -> {
            titles.put(language.tag(), text.title());
            summaries.put(language.tag(), text.summary());
        });
        return new CampaignView(
                campaign.slug,
                campaign.state,
                titles,
                summaries,
                campaign.goal,
                signatureCount,
                campaign.opensAt,
                campaign.closesAt,
                campaign.zone,
                List.copyOf(campaign.missions),
                new LetterPin(
                        campaign.letterKey,
                        campaign.letterVersion,
                        languages.stream().map(Language::tag).toList()),
                campaign.mode);
    }

    CampaignView withoutCount() {
        return new CampaignView(
                slug, state, title, summary, goal, null, opensAt, closesAt, zone, missions, letter, mode);
    }
}

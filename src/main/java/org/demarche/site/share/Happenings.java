package org.demarche.site.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.delivery.DeliveriesView.Outcome;
import org.demarche.delivery.DeliveryMessages;
import org.demarche.mission.Missions;
import org.demarche.signing.page.CampaignNews;
import org.demarche.site.DeliveryEvents;

/** What has become of a letter since it was opened, in sentences. */
@ApplicationScoped
class Happenings implements CampaignNews {

    /**
     * @param what tells it from the others of the same moment
     * @param link the path of the page that tells more
     */
    record Happening(Instant at, String what, String words, String link) {}

    private final DeliveryEvents deliveries;
    private final Missions missions;

    Happenings(DeliveryEvents deliveries, Missions missions) {
        this.deliveries = deliveries;
        this.missions = missions;
    }

    /** The newest first. */
    List<Happening> of(Campaign campaign, Language language) {
        var words = Wording.of(ShareMessages.class, language);
        var page = "/campaigns/" + campaign.slug;
        var happened = new ArrayList<Happening>();
        if (campaign.openedAt != null) {
            happened.add(new Happening(campaign.openedAt, "opened", words.opened(), page));
        }
        if (campaign.closedAt != null) {
            happened.add(new Happening(campaign.closedAt, "closed", words.closed(), page));
        }
        deliveries
                .of(campaign)
                .forEach(event -> happened.add(
                        new Happening(event.at(), event.mission(), said(event, language), page + "/deliveries")));
        happened.sort(Comparator.comparing(Happening::at).reversed());
        return happened;
    }

    @Override
    public List<Item> newest(Campaign campaign, Language language, int most) {
        var spoken = new Spoken(language, campaign.zoneId());
        var page = "/campaigns/" + campaign.slug;
        return of(campaign, language).stream()
                .limit(most)
                .map(one -> new Item(
                        one.at().toString(),
                        spoken.day(one.at()),
                        one.words(),
                        one.link().equals(page) ? null : one.link()))
                .toList();
    }

    private String said(DeliveryEvents.Event event, Language language) {
        var words = Wording.of(DeliveryMessages.class, language);
        var mission =
                missions.byCode(event.mission()).map(m -> m.nameIn(language)).orElse(event.mission());
        return mission + ": " + outcome(event.outcome(), words);
    }

    private static String outcome(Outcome outcome, DeliveryMessages words) {
        return switch (outcome) {
            case ACCEPTED -> words.accepted();
            case REFUSED -> words.refused();
            case RETURNED -> words.returned();
            case LEFT -> words.left();
            case SERVER -> words.server();
            case UNKNOWN -> words.unknown();
        };
    }
}

package org.demarche.site;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.bundle.Handover;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.delivery.DeliveriesView;
import org.demarche.delivery.Delivery;
import org.demarche.delivery.DeliveryState;
import org.demarche.delivery.DeliveryTemplates;
import org.demarche.letter.Organisation;
import org.demarche.mission.Missions;

/** What was delivered to whom and what came of it, by hand and by mail, strictly by date; refusals stand beside successes. */
@Path("/campaigns/{slug}/deliveries")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DeliveryRecordPage {

    private record Event(Instant at, DeliveriesView.Entry entry) {}

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Missions missions;

    DeliveryRecordPage(PageLanguage pageLanguage, Organisation organisation, Missions missions) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.missions = missions;
    }

    @GET
    @Transactional
    public TemplateInstance record(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = pageLanguage.or(campaign.defaultLanguage);
        var view = new DeliveriesView(
                pageLanguage.page(language, organisation.letterhead(language)),
                slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                entries(campaign, language),
                List.of());
        return DeliveryTemplates.deliveries(view).setLocale(language.locale());
    }

    private List<DeliveriesView.Entry> entries(Campaign campaign, Language language) {
        var spoken = new Spoken(language, campaign.zoneId());
        var byHand = Handover.ofCampaign(campaign).stream().map(h -> handover(h, language, spoken));
        var byMail = Delivery.ofCampaign(campaign).stream()
                // The minute in which one person's letter left is nobody else's business.
                .filter(d -> d.ownLetterId == null && outcome(d.state) != null)
                .map(d -> mail(d, language, spoken));
        return Stream.concat(byHand, byMail)
                .sorted(Comparator.comparing(Event::at))
                .map(Event::entry)
                .toList();
    }

    private Event handover(Handover handover, Language language, Spoken spoken) {
        var outcome = DeliveriesView.Outcome.valueOf(handover.outcome.name());
        // The note is the staff's own and may name whoever carried the sheets: it is not printed here.
        return new Event(handover.at, entry(handover.at, handover.bundle.missionCode, outcome, language, spoken));
    }

    private Event mail(Delivery delivery, Language language, Spoken spoken) {
        return new Event(
                delivery.updatedAt,
                entry(delivery.updatedAt, delivery.missionCode, outcome(delivery.state), language, spoken));
    }

    private DeliveriesView.Entry entry(
            Instant at, String mission, DeliveriesView.Outcome outcome, Language language, Spoken spoken) {
        return new DeliveriesView.Entry(
                at.toString(),
                spoken.day(at),
                spoken.time(at),
                missions.byCode(mission).map(m -> m.nameIn(language)).orElse(mission),
                null,
                outcome,
                null);
    }

    /** Null while nothing has happened that the public should read. */
    private static DeliveriesView.Outcome outcome(DeliveryState state) {
        return switch (state) {
            case ACCEPTED -> DeliveriesView.Outcome.SERVER;
            case REFUSED -> DeliveriesView.Outcome.REFUSED;
            case BOUNCED -> DeliveriesView.Outcome.RETURNED;
            case UNKNOWN -> DeliveriesView.Outcome.UNKNOWN;
            case HELD, QUEUED, SENDING, SUPPRESSED, CANCELLED -> null;
        };
    }
}

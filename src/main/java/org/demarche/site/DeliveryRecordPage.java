package org.demarche.site;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.demarche.bundle.handover.Handover;
import org.demarche.bundle.photo.HandoverPhoto;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.delivery.DeliveriesView;
import org.demarche.delivery.DeliveryTemplates;
import org.demarche.letter.Organisation;
import org.demarche.mission.Missions;

/** What was delivered to whom and what came of it, by hand and by mail, strictly by date; refusals stand beside successes. */
@Path("/campaigns/{slug}/deliveries")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DeliveryRecordPage {

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Missions missions;
    private final DeliveryEvents events;

    DeliveryRecordPage(PageLanguage pageLanguage, Organisation organisation, Missions missions, DeliveryEvents events) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.missions = missions;
        this.events = events;
    }

    @GET
    @Transactional
    public TemplateInstance record(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = pageLanguage.or(campaign.defaultLanguage);
        var entries = entries(campaign, language);
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
                answer(entries, language),
                entries,
                List.of());
        return DeliveryTemplates.deliveries(view).setLocale(language.locale());
    }

    private List<DeliveriesView.Entry> entries(Campaign campaign, Language language) {
        var spoken = new Spoken(language, campaign.zoneId());
        return events.of(campaign).stream()
                .map(event -> new DeliveriesView.Entry(
                        event.at().toString(),
                        spoken.day(event.at()),
                        spoken.time(event.at()),
                        missions.byCode(event.mission())
                                .map(m -> m.nameIn(language))
                                .orElse(event.mission()),
                        null,
                        event.outcome(),
                        null,
                        reply(event).orElse(null),
                        photos(event)))
                .toList();
    }

    private static Optional<Phrase> reply(DeliveryEvents.Event event) {
        return Optional.ofNullable(event.handover())
                .filter(Handover::repliedInPublic)
                .map(h -> new Phrase(h.replyLanguage.tag(), h.reply));
    }

    /** Who replied last, and when they were given what they replied to. */
    private static Phrase answer(List<DeliveriesView.Entry> entries, Language language) {
        return entries.reversed().stream()
                .filter(entry -> entry.reply() != null)
                .findFirst()
                .map(entry -> new Phrase(language.tag(), entry.mission() + ", " + entry.day()))
                .orElse(null);
    }

    private static List<DeliveriesView.Photo> photos(DeliveryEvents.Event event) {
        if (event.handover() == null) {
            return List.of();
        }
        return HandoverPhoto.published(event.handover()).stream()
                .map(p -> new DeliveriesView.Photo("/deliveries/photos/" + p.id, p.words, p.width, p.height))
                .toList();
    }
}

package org.demarche.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.campaign.Tally;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Organisation;

/** The first page: the letters there are, the open one with a piece of its sheet. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class HomePage {

    /** The others stand in the archive. */
    private static final int PAST_SHOWN = 5;

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final CampaignLetter letters;
    private final Tally tally;
    private final DemarcheConfig config;
    private final Clock clock;

    HomePage(
            PageLanguage pageLanguage,
            Organisation organisation,
            CampaignLetter letters,
            Tally tally,
            DemarcheConfig config,
            Clock clock) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.letters = letters;
        this.tally = tally;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance home() {
        var language = pageLanguage.get();
        var campaigns =
                new ArrayList<>(Campaign.<Campaign>list("state <> ?1 order by createdAt desc", CampaignState.DRAFT));
        var open = campaigns.stream()
                .filter(c -> c.takesSignatures(clock.instant()))
                .findFirst();
        open.ifPresent(campaigns::remove);
        var view = new HomeView(
                pageLanguage.page(language, organisation.letterhead(language)),
                null,
                open.map(c -> first(c, language)).orElse(null),
                Stream.concat(
                                campaigns.stream().filter(c -> !isPast(c)),
                                campaigns.stream().filter(HomePage::isPast).limit(PAST_SHOWN))
                        .map(c -> entry(c, language))
                        .toList(),
                campaigns.stream().anyMatch(HomePage::isPast));
        return SiteTemplates.home(view).setLocale(language.locale());
    }

    @GET
    @Path("archive")
    @Transactional
    public TemplateInstance archive() {
        var language = pageLanguage.get();
        var past = Campaign.<Campaign>list("state <> ?1 order by createdAt desc", CampaignState.DRAFT).stream()
                .filter(HomePage::isPast)
                .map(c -> entry(c, language))
                .toList();
        var page = pageLanguage.page(language, organisation.letterhead(language));
        return SiteTemplates.archive(new ArchiveView(page, past)).setLocale(language.locale());
    }

    private static boolean isPast(Campaign campaign) {
        return state(campaign.state).past();
    }

    @GET
    @Path("about")
    public TemplateInstance about() {
        var language = pageLanguage.get();
        var page = pageLanguage.page(language, organisation.letterhead(language));
        var facts = organisation.facts(language);
        boolean fourEyes = config.needsSecondPerson();
        return SiteTemplates.about(new AboutView(page, null, fourEyes, facts.get("address"), facts.get("website")))
                .setLocale(language.locale());
    }

    @GET
    @Path("privacy")
    public TemplateInstance privacy() {
        var language = pageLanguage.get();
        var page = pageLanguage.page(language, organisation.letterhead(language));
        var facts = organisation.facts(language);
        return SiteTemplates.privacy(new PrivacyView(page, facts.get("address"), facts.get("website")))
                .setLocale(language.locale());
    }

    private HomeView.First first(Campaign campaign, Language language) {
        var spoken = new Spoken(language, campaign.zoneId());
        var shown = letters.shown(campaign, language);
        return new HomeView.First(
                campaign.slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                campaign.closing().map(spoken::day).orElse(""),
                spoken.tally(tally.count(campaign.id).signatures()),
                spoken.number(campaign.goal),
                true,
                shown.tag(),
                List.of(letters.addressee(campaign, shown)),
                "",
                letters.request(campaign, shown).map(RawString::new).orElse(null),
                new Phrase(language.tag(), campaign.text(language).summary()));
    }

    private HomeView.Entry entry(Campaign campaign, Language language) {
        var spoken = new Spoken(language, campaign.zoneId());
        return new HomeView.Entry(
                campaign.slug,
                state(campaign.state),
                day(campaign).map(spoken::day).orElse(""),
                new Phrase(language.tag(), campaign.text(language).title()),
                new Phrase(language.tag(), campaign.text(language).summary()),
                spoken.tally(tally.count(campaign.id).signatures()),
                spoken.tally(0),
                campaign.state == CampaignState.DELIVERED);
    }

    /** The day that goes with the state: of opening while that is to come, else of closing. */
    private static Optional<Instant> day(Campaign campaign) {
        return campaign.state == CampaignState.SCHEDULED ? Optional.ofNullable(campaign.opensAt) : campaign.closing();
    }

    private static HomeView.State state(CampaignState state) {
        return switch (state) {
            case DRAFT, SCHEDULED -> HomeView.State.SOON;
            case OPEN -> HomeView.State.OPEN;
            case CLOSED -> HomeView.State.CLOSED;
            case DELIVERED -> HomeView.State.DELIVERED;
            case ARCHIVED -> HomeView.State.ARCHIVED;
        };
    }
}

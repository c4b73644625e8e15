package org.demarche.site;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.campaign.Tally;
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

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final CampaignLetter letters;
    private final Tally tally;
    private final Clock clock;

    HomePage(PageLanguage pageLanguage, Organisation organisation, CampaignLetter letters, Tally tally, Clock clock) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.letters = letters;
        this.tally = tally;
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
                campaigns.stream().map(c -> entry(c, language)).toList());
        return SiteTemplates.home(view).setLocale(language.locale());
    }

    @GET
    @Path("about")
    public TemplateInstance about() {
        var language = pageLanguage.get();
        var page = pageLanguage.page(language, organisation.letterhead(language));
        var facts = organisation.facts(language);
        return SiteTemplates.about(new AboutView(page, null, facts.get("address"), facts.get("website")))
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
                campaign.text(shown).summary());
    }

    private HomeView.Entry entry(Campaign campaign, Language language) {
        var spoken = new Spoken(language, campaign.zoneId());
        return new HomeView.Entry(
                campaign.slug,
                state(campaign.state),
                campaign.closing().map(spoken::day).orElse(""),
                new Phrase(language.tag(), campaign.text(language).title()),
                new Phrase(language.tag(), campaign.text(language).summary()),
                spoken.tally(tally.count(campaign.id).signatures()),
                spoken.tally(0),
                campaign.state == CampaignState.DELIVERED);
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

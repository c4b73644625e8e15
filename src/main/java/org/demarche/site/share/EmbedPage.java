package org.demarche.site.share;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.page.Page;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.letter.Organisation;

/**
 * The widget: what a letter asks and how many have signed, in a frame on somebody else's site. The form stays on ours:
 * nobody chooses what a mission sees of them under another site's address, where the frame could be covered.
 */
@Path("/embed/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EmbedPage {

    /** As the sign form takes it; anything else is not credited. */
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Tally tally;
    private final Clock clock;

    EmbedPage(PageLanguage pageLanguage, Organisation organisation, Tally tally, Clock clock) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.tally = tally;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance frame(
            @PathParam("slug") String slug, @QueryParam("lang") String lang, @QueryParam("source") String source) {
        var campaign = Campaign.publicNamed(slug);
        // A frame sets no cookie, and reads none: browsers keep them from frames, and partners from surprises.
        var language = Language.preferred(lang).orElseGet(() -> pageLanguage.ofBrowser(campaign.defaultLanguage));
        var spoken = new Spoken(language, campaign.zoneId());
        var phase = phase(campaign);
        var view = new EmbedView(
                new Page(language, "/embed/" + slug, organisation.letterhead(language)),
                slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                address(slug, language, source),
                phase,
                phase == EmbedView.Phase.SOON
                        ? null
                        : spoken.tally(tally.count(campaign.id).signatures()),
                campaign.goal,
                spoken.number(campaign.goal),
                (phase == EmbedView.Phase.SOON ? Optional.ofNullable(campaign.opensAt) : campaign.closing())
                        .map(spoken::day)
                        .orElse(null));
        return ShareTemplates.embed(view).setLocale(language.locale());
    }

    private EmbedView.Phase phase(Campaign campaign) {
        if (campaign.takesSignatures(clock.instant())) {
            return EmbedView.Phase.OPEN;
        }
        return campaign.state == CampaignState.SCHEDULED ? EmbedView.Phase.SOON : EmbedView.Phase.CLOSED;
    }

    private static String address(String slug, Language language, String source) {
        var credited = source != null && SOURCE.matcher(source).matches() ? "&source=" + source : "";
        return "/campaigns/" + slug + "?lang=" + language.tag() + credited;
    }
}

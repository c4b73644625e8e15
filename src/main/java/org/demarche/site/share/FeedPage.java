package org.demarche.site.share;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.page.PageLanguage;
import org.demarche.letter.Organisation;
import org.demarche.site.share.Happenings.Happening;

/** What happens to a letter, for feed readers: Atom (RFC 4287) and RSS 2.0. */
@Path("/campaigns/{slug}/updates")
@RunOnVirtualThread
public class FeedPage {

    private static final String HALF_AN_HOUR = "public, max-age=1800";

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Happenings happenings;
    private final DemarcheConfig config;

    FeedPage(PageLanguage pageLanguage, Organisation organisation, Happenings happenings, DemarcheConfig config) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.happenings = happenings;
        this.config = config;
    }

    @GET
    @Path("atom.xml")
    @Produces("application/atom+xml;charset=UTF-8")
    @Transactional
    public Response atom(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = pageLanguage.or(campaign.defaultLanguage);
        var all = happenings.of(campaign, language);
        var title = campaign.text(language).title();
        var feed = new XmlPage("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language.tag());
        feed.say("title", title)
                .say("id", "urn:uuid:" + campaign.id)
                .say("updated", newest(campaign, all).toString())
                .empty("link", "href", url("/campaigns/" + slug))
                .empty("link", "rel", "self", "href", url("/campaigns/" + slug + "/updates/atom.xml"))
                .begin("author")
                .say("name", organisation.name(language))
                .end();
        for (var one : all) {
            feed.begin("entry")
                    .say("title", one.words())
                    .say("id", id(campaign, one))
                    .say("updated", one.at().toString())
                    .empty("link", "href", url(one.link()))
                    .say("summary", title)
                    .end();
        }
        return answer(feed);
    }

    @GET
    @Path("rss.xml")
    @Produces("application/rss+xml;charset=UTF-8")
    @Transactional
    public Response rss(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = pageLanguage.or(campaign.defaultLanguage);
        var feed = new XmlPage("rss", "version", "2.0").begin("channel");
        feed.say("title", campaign.text(language).title())
                .say("link", url("/campaigns/" + slug))
                .say("description", campaign.text(language).summary())
                .say("language", language.tag());
        for (var one : happenings.of(campaign, language)) {
            feed.begin("item")
                    .say("title", one.words())
                    .say("link", url(one.link()))
                    .say("guid", id(campaign, one), "isPermaLink", "false")
                    .say(
                            "pubDate",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(one.at().atOffset(ZoneOffset.UTC)))
                    .end();
        }
        return answer(feed);
    }

    private static Response answer(XmlPage feed) {
        return Response.ok(feed.close()).header("Cache-Control", HALF_AN_HOUR).build();
    }

    private static Instant newest(Campaign campaign, List<Happening> all) {
        return all.isEmpty() ? campaign.createdAt : all.getFirst().at();
    }

    /** Stays the same in every language and when the words are put better. */
    private static String id(Campaign campaign, Happening one) {
        return "urn:demarche:" + campaign.id + ":" + one.what() + ":" + one.at().toEpochMilli();
    }

    private String url(String path) {
        return config.baseUrl() + path;
    }
}

package org.demarche.site.share;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;

/** What search engines may read, and what they should leave alone. */
@Path("/")
@RunOnVirtualThread
public class SiteMapPage {

    private static final String AN_HOUR = "public, max-age=3600";

    private static final List<String> STANDING = List.of("/", "/archive", "/about", "/privacy", "/verify");

    private final DemarcheConfig config;

    SiteMapPage(DemarcheConfig config) {
        this.config = config;
    }

    /** Every public page in every language (sitemaps.org 0.9). */
    @GET
    @Path("sitemap.xml")
    @Produces(MediaType.APPLICATION_XML)
    @Transactional
    public Response sitemap() {
        var paths = new ArrayList<>(STANDING);
        Campaign.<Campaign>list("state <> ?1 order by createdAt desc", CampaignState.DRAFT)
                .forEach(c -> {
                    paths.add("/campaigns/" + c.slug);
                    paths.add("/campaigns/" + c.slug + "/deliveries");
                    paths.add("/campaigns/" + c.slug + "/ledger");
                });
        var map = new XmlPage(
                "urlset",
                "xmlns",
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "xmlns:xhtml",
                "http://www.w3.org/1999/xhtml");
        for (var path : paths) {
            map.begin("url").say("loc", config.baseUrl() + path);
            for (var language : Language.values()) {
                map.empty(
                        "xhtml:link",
                        "rel",
                        "alternate",
                        "hreflang",
                        language.tag(),
                        "href",
                        config.baseUrl() + path + "?lang=" + language.tag());
            }
            map.end();
        }
        return Response.ok(map.close()).header("Cache-Control", AN_HOUR).build();
    }

    /** RFC 9309; pages of one person are also marked in themselves. */
    @GET
    @Path("robots.txt")
    @Produces("text/plain;charset=UTF-8")
    public Response robots() {
        var rules = """
                User-agent: *
                Disallow: /desk
                Disallow: /api/
                Disallow: /my/
                Disallow: /confirm/
                Disallow: /unsubscribe/
                Disallow: /remind/
                Disallow: /embed/

                Sitemap: %s/sitemap.xml
                """.formatted(config.baseUrl());
        return Response.ok(rules).header("Cache-Control", AN_HOUR).build();
    }
}

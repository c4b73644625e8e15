package org.demarche.site.share;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;

/** Telling others of a letter: its address, a QR code, the card that messengers show, and the widget. */
@Path("/campaigns/{slug}/share")
@RunOnVirtualThread
public class SharePage {

    /** A campaign's address does not change while somebody prints a leaflet. */
    private static final String A_DAY = "public, max-age=86400";

    private static final String TEN_MINUTES = "public, max-age=600";

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Cards cards;
    private final DemarcheConfig config;

    SharePage(PageLanguage pageLanguage, Organisation organisation, Cards cards, DemarcheConfig config) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.cards = cards;
        this.config = config;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public TemplateInstance share(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = pageLanguage.or(campaign.defaultLanguage);
        var title = campaign.text(language).title();
        var words = Wording.of(ShareMessages.class, language);
        var view = new ShareView(
                pageLanguage.page(language, organisation.letterhead(language)),
                slug,
                new Phrase(language.tag(), title),
                address(slug),
                "mailto:?subject=" + encoded(title) + "&body=" + encoded(words.mailBody(address(slug))),
                "<script async src=\"" + config.baseUrl() + "/embed.js\" data-campaign=\"" + slug + "\"></script>",
                "<iframe src=\"" + config.baseUrl() + "/embed/" + slug
                        + "\" title=\"Petition\" width=\"100%\" height=\"400\"></iframe>");
        return ShareTemplates.share(view).setLocale(language.locale());
    }

    /** The QR code says where people come from, so that paper can be told from the screen. */
    @GET
    @Path("qr.svg")
    @Produces("image/svg+xml")
    @Transactional
    public Response qr(@PathParam("slug") String slug) {
        Campaign.publicNamed(slug);
        return Response.ok(QrDrawing.svg(address(slug) + "?source=qr"))
                .header("Cache-Control", A_DAY)
                .build();
    }

    @GET
    @Path("card-{language}.png")
    @Produces("image/png")
    @Transactional
    public Response card(@PathParam("slug") String slug, @PathParam("language") String tag) {
        var campaign = Campaign.publicNamed(slug);
        var language = Language.find(tag).orElse(campaign.defaultLanguage);
        return Response.ok(cards.of(campaign, language))
                .header("Cache-Control", TEN_MINUTES)
                .build();
    }

    private String address(String slug) {
        return config.baseUrl() + "/campaigns/" + slug;
    }

    /** RFC 6068: percent-encoded, blanks too. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

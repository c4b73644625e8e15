package org.demarche.staff.figures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.staff.Desk;

/** How a campaign goes, drawn; the drawings renew themselves while somebody looks. */
@Path("/desk/figures/{slug}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
@RunOnVirtualThread
public class FiguresPage {

    public record View(DeskPage page, String title, Figures figures) {}

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance figures(View view);

        static native TemplateInstance charts(Figures figures);
    }

    private final CampaignFigures figures;
    private final SecurityIdentity identity;

    FiguresPage(CampaignFigures figures, SecurityIdentity identity) {
        this.figures = figures;
        this.identity = identity;
    }

    @GET
    @Transactional
    public TemplateInstance look(@PathParam("slug") String slug) {
        var title = Campaign.named(slug).text(Language.EN).title();
        return Templates.figures(new View(Desk.page("Figures", "campaigns", identity), title, figures.of(slug)));
    }

    /** The same without the frame, for the script that renews it. */
    @GET
    @Path("live")
    public TemplateInstance live(@PathParam("slug") String slug) {
        return Templates.charts(figures.of(slug));
    }
}

package org.demarche.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The first page of the desk: what runs, and what waits for a person. */
@Path("/desk")
@RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OverviewPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance overview(OverviewView view);
    }

    private final CampaignsAtDesk campaigns;
    private final SecurityIdentity identity;

    OverviewPage(CampaignsAtDesk campaigns, SecurityIdentity identity) {
        this.campaigns = campaigns;
        this.identity = identity;
    }

    @GET
    public TemplateInstance overview() {
        return Templates.overview(new OverviewView(Desk.page("Overview", "overview", identity), campaigns.list()));
    }
}

package org.demarche.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

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

    private final Instance<CampaignsAtDesk> campaigns;
    private final SecurityIdentity identity;

    OverviewPage(Instance<CampaignsAtDesk> campaigns, SecurityIdentity identity) {
        this.campaigns = campaigns;
        this.identity = identity;
    }

    @GET
    public TemplateInstance overview() {
        var listed = campaigns.isResolvable() ? campaigns.get().list() : List.<OverviewView.Campaign>of();
        return Templates.overview(new OverviewView(Desk.page("Overview", "overview", identity), listed));
    }
}

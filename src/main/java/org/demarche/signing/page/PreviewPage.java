package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.demarche.campaign.Campaign;

/** A campaign as the public will see it, for staff, in each language. */
@Path("/desk/campaigns/{slug}/preview")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
public class PreviewPage {

    private final Reading reading;

    PreviewPage(Reading reading) {
        this.reading = reading;
    }

    @GET
    @Transactional
    public TemplateInstance preview(@PathParam("slug") String slug) {
        var campaign = Campaign.named(slug);
        var language = reading.language(campaign);
        return SigningTemplates.campaign(reading.preview(campaign, language)).setLocale(language.locale());
    }
}

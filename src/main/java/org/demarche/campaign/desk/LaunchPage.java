package org.demarche.campaign.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignMode;
import org.demarche.campaign.Campaigns;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;

/** A new campaign, from nothing or after last year's. */
@Path("/desk/launch")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner"})
public class LaunchPage {

    /** Tokyo is where the house stands; everybody else changes one field. */
    private static final TypedCampaign BLANK = new TypedCampaign(
            Map.of(
                    "zone",
                    "Asia/Tokyo",
                    "goal",
                    "1000",
                    "mode",
                    CampaignMode.BOTH.name(),
                    "language",
                    Language.EN.tag()),
            List.of());

    private final Campaigns campaigns;
    private final CampaignFormPage forms;
    private final Clock clock;

    LaunchPage(Campaigns campaigns, CampaignFormPage forms, Clock clock) {
        this.campaigns = campaigns;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance blank(@QueryParam("after") String after, @Context SecurityContext security) {
        var page = DeskPage.of("Launch a campaign", "campaigns", security);
        if (after == null || after.isBlank()) {
            return forms.launch(page, null, BLANK, List.of());
        }
        var last = Campaign.named(after);
        return forms.launch(page, last, NextYear.of(last, clock.instant()), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> posted, @Context SecurityContext security) {
        var typed = TypedCampaign.of(posted);
        try {
            var made = campaigns.create(
                    typed.read(null), security.getUserPrincipal().getName());
            return Response.seeOther(URI.create("/desk/campaigns/" + made.slug)).build();
        } catch (BadInput bad) {
            return again(typed, bad.problems(), security);
        } catch (Refusal taken) {
            return again(typed, List.of(new Problem("slug", taken.getMessage())), security);
        }
    }

    private Response again(TypedCampaign typed, List<Problem> problems, SecurityContext security) {
        var page = DeskPage.of(problems.size() + " to put right: launch a campaign", "campaigns", security);
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(forms.launch(page, null, typed, problems))
                .build();
    }
}

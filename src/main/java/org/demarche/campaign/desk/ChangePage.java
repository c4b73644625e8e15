package org.demarche.campaign.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.Campaigns;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;

/** Changes a campaign; two people who do it at once see what the other wrote. */
@Path("/desk/campaigns/{slug}/change")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner"})
public class ChangePage {

    private final Campaigns campaigns;
    private final CampaignFormPage forms;

    ChangePage(Campaigns campaigns, CampaignFormPage forms) {
        this.campaigns = campaigns;
        this.forms = forms;
    }

    @GET
    @Transactional
    public TemplateInstance form(@PathParam("slug") String slug, @Context SecurityContext security) {
        var campaign = Campaign.named(slug);
        return forms.change(page("", security), campaign, TypedCampaign.of(campaign), List.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("slug") String slug, MultivaluedMap<String, String> posted, @Context SecurityContext security) {
        var typed = TypedCampaign.of(posted);
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var campaign = Campaign.named(slug);
                if (campaign.revision != typed.revision()) {
                    return Response.status(Response.Status.CONFLICT)
                            .entity(forms.clash(page("Changed meanwhile: ", security), campaign, typed))
                            .build();
                }
                campaigns.rewrite(
                        slug,
                        typed.revision(),
                        typed.read(campaign),
                        security.getUserPrincipal().getName());
                return Response.seeOther(URI.create("/desk/campaigns/" + slug)).build();
            });
        } catch (BadInput bad) {
            return again(slug, typed, bad.problems(), security);
        }
    }

    private Response again(String slug, TypedCampaign typed, List<Problem> problems, SecurityContext security) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Response.status(Response.Status.BAD_REQUEST)
                        .entity(forms.change(
                                page(problems.size() + " to put right: ", security),
                                Campaign.named(slug),
                                typed,
                                problems))
                        .build());
    }

    private static DeskPage page(String before, SecurityContext security) {
        return DeskPage.of(before + "change the campaign", "campaigns", security);
    }
}

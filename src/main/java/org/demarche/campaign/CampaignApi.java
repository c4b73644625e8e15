package org.demarche.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.demarche.common.Items;
import org.demarche.common.Paging;
import org.demarche.common.Refusal;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/** Campaigns over REST: open and past ones for everybody, making and moving them for staff. */
@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CampaignApi {

    /** @param byCountry countries with fewer than five signers are folded into {@code other} */
    public record CountView(long count, int goal, Instant asOf, Map<String, Long> byCountry) {}

    private final Campaigns campaigns;
    private final Tally tally;
    private final LetterCatalogue letters;
    private final CountCaching caching;
    private final Switches switches;

    CampaignApi(Campaigns campaigns, Tally tally, LetterCatalogue letters, CountCaching caching, Switches switches) {
        this.campaigns = campaigns;
        this.tally = tally;
        this.letters = letters;
        this.caching = caching;
        this.switches = switches;
    }

    @GET
    @Transactional
    public Items<CampaignView> list(
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size,
            @Context SecurityContext security) {
        var paging = new Paging(page, size);
        var query = Campaign.<Campaign>find("state <> ?1 order by createdAt desc", CampaignState.DRAFT);
        return new Items<>(
                query.page(paging.page(), paging.size()).stream()
                        .map(campaign -> view(campaign, security))
                        .toList(),
                query.count());
    }

    @GET
    @Path("{slug}")
    @Transactional
    public CampaignView get(@PathParam("slug") String slug, @Context SecurityContext security) {
        return view(security.getUserPrincipal() == null ? Campaign.publicNamed(slug) : Campaign.named(slug), security);
    }

    @GET
    @Path("{slug}/count")
    @Transactional
    public Response count(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        if (switches.isOn(OffSwitch.HIDE_COUNTS)) {
            // No 5xx: a cache would go on telling the count that it kept.
            throw Refusal.wrongState("Counts are not shown just now.");
        }
        var count = tally.count(campaign.id);
        return Response.ok(new CountView(
                        count.signatures(), campaign.goal, count.asOf(), tally.byCountryShown(campaign.id)))
                .header("Cache-Control", caching.cacheControl())
                .build();
    }

    @POST
    @RolesAllowed({"admin", "campaigner"})
    public Response create(CampaignForm form, @Context SecurityContext security) {
        return created(campaigns.create(form, actor(security)).slug);
    }

    @PATCH
    @Path("{slug}")
    @RolesAllowed({"admin", "campaigner"})
    @Transactional
    public CampaignView change(@PathParam("slug") String slug, CampaignForm form, @Context SecurityContext security) {
        return view(campaigns.change(slug, form, actor(security)));
    }

    @POST
    @Path("{slug}/schedule")
    @RolesAllowed({"admin", "campaigner"})
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public CampaignView schedule(@PathParam("slug") String slug, @Context SecurityContext security) {
        return view(campaigns.schedule(slug, actor(security)));
    }

    @POST
    @Path("{slug}/open")
    @RolesAllowed({"admin", "campaigner"})
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public CampaignView open(@PathParam("slug") String slug, @Context SecurityContext security) {
        return view(campaigns.open(slug, actor(security)));
    }

    @POST
    @Path("{slug}/close")
    @RolesAllowed({"admin", "campaigner"})
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public CampaignView close(@PathParam("slug") String slug, @Context SecurityContext security) {
        return view(campaigns.close(slug, actor(security)));
    }

    @POST
    @Path("{slug}/archive")
    @RolesAllowed({"admin", "campaigner"})
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public CampaignView archive(@PathParam("slug") String slug, @Context SecurityContext security) {
        return view(campaigns.archive(slug, actor(security)));
    }

    @POST
    @Path("{slug}/clone")
    @RolesAllowed({"admin", "campaigner"})
    public Response clone(@PathParam("slug") String slug, CampaignForm changes, @Context SecurityContext security) {
        return created(campaigns.clone(slug, changes, actor(security)).slug);
    }

    private Response created(String slug) {
        return Response.created(URI.create("/api/v1/campaigns/" + slug))
                .entity(io.quarkus.narayana.jta.QuarkusTransaction.joiningExisting()
                        .call(() -> view(Campaign.named(slug))))
                .build();
    }

    /** For the public without the count while it is hidden. */
    private CampaignView view(Campaign campaign, SecurityContext security) {
        var view = view(campaign);
        return security.getUserPrincipal() == null && switches.isOn(OffSwitch.HIDE_COUNTS) ? view.withoutCount() : view;
    }

    private CampaignView view(Campaign campaign) {
        return CampaignView.of(
                campaign,
                tally.count(campaign.id).signatures(),
                letters.languages(campaign.letterKey, campaign.letterVersion));
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

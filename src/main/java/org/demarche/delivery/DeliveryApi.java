package org.demarche.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.Items;
import org.demarche.common.Paging;

/** Letters to missions over REST: ask, approve by another, follow, pause, resume, cancel. */
@Path("/api/v1/campaigns/{slug}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner"})
public class DeliveryApi {

    /**
     * @param missions a list of codes, or the word {@code all}
     * @param replyTo where answers go instead of the sender; null for the sender
     */
    public record Ask(JsonNode missions, String content, String replyTo) {}

    public record PlanView(UUID id, PlanState state, long count) {}

    public record DeliveryView(
            UUID id, UUID plan, String mission, String to, DeliveryState state, int attempts, String lastAnswer) {

        static DeliveryView of(Delivery d) {
            return new DeliveryView(d.id, d.plan.id, d.missionCode, d.address, d.state, d.attempts, d.answer);
        }
    }

    private final Deliveries deliveries;
    private final PlanRetries retries;

    DeliveryApi(Deliveries deliveries, PlanRetries retries) {
        this.deliveries = deliveries;
        this.retries = retries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response ask(@PathParam("slug") String slug, Ask ask, @Context SecurityContext security) {
        var content = DeliveryContent.of(ask == null ? null : ask.content());
        return Response.accepted(
                        view(deliveries.ask(slug, codes(ask.missions()), content, ask.replyTo(), actor(security))))
                .build();
    }

    private static List<String> codes(JsonNode missions) {
        if (missions != null && missions.isTextual() && missions.asText().equals("all")) {
            return List.of();
        }
        if (missions == null || !missions.isArray() || missions.isEmpty()) {
            throw new BadInput("missions", "a list of mission codes, or \"all\"");
        }
        List<String> codes = new ArrayList<>();
        missions.forEach(code -> codes.add(code.asText()));
        return codes;
    }

    @GET
    @Transactional
    public Items<DeliveryView> list(
            @PathParam("slug") String slug,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        var paging = new Paging(page, size);
        var all = Delivery.ofCampaign(Campaign.named(slug));
        return new Items<>(
                all.page(paging.page(), paging.size()).stream()
                        .map(DeliveryView::of)
                        .toList(),
                all.count());
    }

    /** A supporter's own letter as the mission will read it, for the eyes of those who ask and approve. */
    @GET
    @Path("{id}/letter")
    @Produces("application/pdf")
    @Transactional
    public byte[] letter(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return deliveries.letter(slug, id);
    }

    @POST
    @Path("{id}/approve")
    @NeedsSecondFactor
    @Transactional
    public PlanView approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return view(deliveries.approve(slug, id, actor(security)));
    }

    @POST
    @Path("{id}/pause")
    @Transactional
    public PlanView pause(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return view(deliveries.pause(slug, id, actor(security)));
    }

    @POST
    @Path("{id}/resume")
    @Transactional
    public PlanView resume(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return view(deliveries.resume(slug, id, actor(security)));
    }

    @POST
    @Path("{id}/cancel")
    @Transactional
    public PlanView cancel(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return view(deliveries.cancel(slug, id, actor(security)));
    }

    /** Tries again what was given up or refused for what we are or sent. */
    @POST
    @Path("{id}/retry")
    @Transactional
    public PlanView retry(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        retries.retry(slug, id, actor(security));
        return view(DeliveryPlan.locked(slug, id));
    }

    @GET
    @Path("{id}/progress")
    @Transactional
    public PlanProgress progress(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return deliveries.progress(slug, id);
    }

    private static PlanView view(DeliveryPlan plan) {
        return new PlanView(plan.id, plan.state, Delivery.count("plan", plan));
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

package org.demarche.bundle.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Language;

/** Handovers over REST. */
@Path("/api/v1/campaigns/{slug}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class HandoverApi {

    public record HandoverView(UUID id, Instant at, String place, String by, String channel, Handover.Outcome outcome) {

        public static HandoverView of(Handover h) {
            return new HandoverView(h.id, h.at, h.place, h.by, h.channel, h.outcome);
        }
    }

    /** @param language null where nobody said */
    public record ReplyView(String reply, Language language, Instant publishedAt) {}

    private final Handovers handovers;

    HandoverApi(Handovers handovers) {
        this.handovers = handovers;
    }

    @POST
    @Path("{id}/handovers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response handOver(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            HandoverForm form,
            @Context SecurityContext security) {
        if (form == null) {
            throw new BadInput("at", "a JSON body is needed");
        }
        var handover =
                handovers.record(slug, id, form, security.getUserPrincipal().getName());
        return Response.status(201).entity(HandoverView.of(handover)).build();
    }

    @PUT
    @Path("{id}/handovers/{handover}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public ReplyView reply(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @PathParam("handover") UUID handover,
            ReplyForm form,
            @Context SecurityContext security) {
        if (form == null) {
            throw new BadInput("reply", "a JSON body is needed");
        }
        var replied = handovers.reply(
                slug, id, handover, form, security.getUserPrincipal().getName());
        return new ReplyView(replied.reply, replied.replyLanguage, replied.replyPublishedAt);
    }
}

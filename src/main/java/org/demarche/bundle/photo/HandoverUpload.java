package org.demarche.bundle.photo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.demarche.bundle.handover.HandoverApi.HandoverView;
import org.demarche.bundle.handover.HandoverForm;
import org.demarche.bundle.handover.Handovers;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A handover with its photographs over REST, as multipart; the photographs wait at the desk to be published. */
@Path("/api/v1/campaigns/{slug}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class HandoverUpload {

    private final Handovers handovers;
    private final HandoverPhotos photos;

    HandoverUpload(Handovers handovers, HandoverPhotos photos) {
        this.handovers = handovers;
        this.photos = photos;
    }

    @POST
    @Path("{id}/handovers")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response handOver(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @RestForm String at,
            @RestForm String place,
            @RestForm String by,
            @RestForm String channel,
            @RestForm String tracking,
            @RestForm String outcome,
            @RestForm String note,
            @RestForm String reply,
            @RestForm("photo") List<FileUpload> files,
            @Context SecurityContext security) {
        var actor = security.getUserPrincipal().getName();
        var form = new HandoverForm(at, place, by, channel, outcome, note, tracking, reply);
        var handover = handovers.record(slug, id, form, actor);
        if (files != null) files.forEach(file -> photos.add(handover, PhotoDesk.read(file), actor));
        return Response.status(201).entity(HandoverView.of(handover)).build();
    }
}

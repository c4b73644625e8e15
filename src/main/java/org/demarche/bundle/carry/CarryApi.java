package org.demarche.bundle.carry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.common.BadInput;

/** Links for coordinators over REST. */
@Path("/api/v1/campaigns/{slug}/bundles/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "exporter"})
@NeedsSecondFactor
public class CarryApi {

    /** @param madeFor who carries the bundle */
    public record Ask(
            @com.fasterxml.jackson.annotation.JsonProperty("for")
            String madeFor) {}

    /** @param url told this once */
    public record LinkView(UUID id, String url, Instant expiresAt) {}

    private final CarryLinks links;

    CarryApi(CarryLinks links) {
        this.links = links;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @PathParam("slug") String slug, @PathParam("id") UUID id, Ask ask, @Context SecurityContext security) {
        if (ask == null) {
            throw new BadInput("for", "a JSON body is needed");
        }
        var made =
                links.make(slug, id, ask.madeFor(), security.getUserPrincipal().getName());
        return Response.status(201)
                .entity(new LinkView(made.link().id, made.url(), made.link().expiresAt))
                .build();
    }

    @DELETE
    @Path("{link}")
    public void revoke(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @PathParam("link") UUID link,
            @Context SecurityContext security) {
        links.revoke(slug, id, link, security.getUserPrincipal().getName());
    }
}

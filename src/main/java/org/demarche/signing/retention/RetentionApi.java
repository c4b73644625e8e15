package org.demarche.signing.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.demarche.approval.NeedsSecondFactor;

/** The end of a campaign's personal data over REST: GET is the dry run. */
@Path("/api/v1/campaigns/{slug}/retention")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
public class RetentionApi {

    public record Days(Integer days) {}

    private final Retentions retentions;

    RetentionApi(Retentions retentions) {
        this.retentions = retentions;
    }

    @GET
    public RetentionReport report(@PathParam("slug") String slug) {
        return retentions.report(slug);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public RetentionReport keepFor(@PathParam("slug") String slug, Days days, @Context SecurityContext security) {
        return retentions.keepFor(slug, days == null ? null : days.days(), actor(security));
    }

    @POST
    @Path("ask")
    public RetentionReport ask(@PathParam("slug") String slug, @Context SecurityContext security) {
        return retentions.ask(slug, actor(security));
    }

    @POST
    @Path("approve")
    @NeedsSecondFactor
    public RetentionReport approve(@PathParam("slug") String slug, @Context SecurityContext security) {
        return retentions.approve(slug, actor(security));
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

package org.demarche.bundle.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.UUID;

/** Where it is written down what a mission replied, and whether everybody may read it. */
@Path("/desk/handovers/{slug}/{id}/{handover}/reply")
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class ReplyDesk {

    private final Handovers handovers;

    ReplyDesk(Handovers handovers) {
        this.handovers = handovers;
    }

    @POST
    public Response reply(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @PathParam("handover") UUID handover,
            @FormParam("reply") String reply,
            @FormParam("language") String language,
            @FormParam("publish") String publish,
            @Context SecurityContext security) {
        handovers.reply(
                slug,
                id,
                handover,
                new ReplyForm(reply, language, publish != null),
                security.getUserPrincipal().getName());
        return Response.seeOther(URI.create("/desk/handovers/" + slug + "/" + id))
                .build();
    }
}

package org.demarche.signing.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Items;
import org.demarche.common.Paging;
import org.demarche.signing.Words;

/** Comments and public names over REST, to be read before they are shown. */
@Path("/api/v1/campaigns/{slug}/comments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "moderator"})
public class CommentsApi {

    /** @param reason needed to refuse */
    public record Choice(List<UUID> ids, String reason) {}

    public record Judged(long judged) {}

    private final Comments comments;

    CommentsApi(Comments comments) {
        this.comments = comments;
    }

    @GET
    public Items<Comments.Waiting> list(
            @PathParam("slug") String slug,
            @QueryParam("state") @DefaultValue("UNREAD") Words state,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        return comments.in(state, slug, new Paging(page, size));
    }

    @POST
    @Path("{verb: clear|refuse}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Judged judge(
            @PathParam("slug") String slug,
            @PathParam("verb") String verb,
            Choice choice,
            @Context SecurityContext security) {
        if (choice == null) {
            throw new BadInput("ids", "a JSON body is needed");
        }
        var verdict = "clear".equals(verb) ? Words.CLEARED : Words.REFUSED;
        var actor = security.getUserPrincipal().getName();
        return new Judged(comments.judge(slug, choice.ids(), verdict, choice.reason(), actor));
    }
}

package org.demarche.staff.token;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.staff.Desk;
import org.demarche.staff.Role;

/** Tokens for scripts: made here, shown once, taken back here. */
@Path("/desk/tokens")
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class TokenPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance tokens(TokenView view);
    }

    private final ScriptTokens tokens;
    private final Clock clock;
    private final SecurityIdentity identity;

    TokenPage(ScriptTokens tokens, Clock clock, SecurityIdentity identity) {
        this.tokens = tokens;
        this.clock = clock;
        this.identity = identity;
    }

    @GET
    public TemplateInstance list() {
        return show(null, "", List.of());
    }

    /** A token stands for itself later, so whoever makes one shows their second factor now. */
    @POST
    @NeedsSecondFactor
    public Response make(
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("role") String role,
            @FormParam("days") @DefaultValue("90") int days) {
        try {
            return Response.ok(show(tokens.make(label, role, days, actor()), "", List.of()))
                    .build();
        } catch (BadInput bad) {
            return Response.status(400)
                    .entity(show(null, label, bad.problems()))
                    .build();
        }
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") UUID id) {
        tokens.revoke(id, actor());
        return Response.seeOther(URI.create("/desk/tokens")).build();
    }

    private TemplateInstance show(String fresh, String label, List<Problem> problems) {
        var now = clock.instant();
        var rows = tokens.all().stream().map(t -> TokenView.Row.of(t, now)).toList();
        return Templates.tokens(new TokenView(
                Desk.page("Tokens", "staff", identity), rows, List.of(Role.values()), fresh, label, problems));
    }

    private String actor() {
        return identity.getPrincipal().getName();
    }
}

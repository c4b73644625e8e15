package org.demarche.staff.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.page.DeskPage;
import org.demarche.staff.Accounts;
import org.demarche.staff.Desk;

/** Where an admin lets a colleague back in. */
@Path("/desk/staff/{id}/reset")
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ResetAsking {

    /** @param link shown this once; null before it is made */
    public record View(DeskPage page, UUID id, String name, String link) {}

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance askReset(View view);
    }

    private final Resets resets;
    private final Accounts accounts;
    private final DemarcheConfig config;
    private final SecurityIdentity identity;

    ResetAsking(Resets resets, Accounts accounts, DemarcheConfig config, SecurityIdentity identity) {
        this.resets = resets;
        this.accounts = accounts;
        this.config = config;
        this.identity = identity;
    }

    @GET
    public TemplateInstance ask(@PathParam("id") UUID id) {
        return show(id, null);
    }

    @POST
    public TemplateInstance make(@PathParam("id") UUID id, @FormParam("lost") String lost) {
        var token = resets.make(id, lost != null, identity.getPrincipal().getName());
        return show(id, config.baseUrl() + "/desk/reset/" + token.value());
    }

    private TemplateInstance show(UUID id, String link) {
        return Templates.askReset(new View(
                Desk.page("Let a colleague back in", "staff", identity),
                id,
                accounts.byId(id).name(),
                link));
    }
}

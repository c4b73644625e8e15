package org.demarche.staff;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.mission.Missions;

/** Who works here: asks colleagues in, and closes the account of who leaves. */
@Path("/desk/staff")
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StaffPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance staff(StaffView view);
    }

    private final Staffing staffing;
    private final Missions missions;
    private final DemarcheConfig config;
    private final SecurityIdentity identity;

    StaffPage(Staffing staffing, Missions missions, DemarcheConfig config, SecurityIdentity identity) {
        this.missions = missions;
        this.staffing = staffing;
        this.config = config;
        this.identity = identity;
    }

    @GET
    public TemplateInstance list() {
        return show(null, null);
    }

    /** Shows the link once; only its hash is kept. */
    @POST
    @Path("invite")
    public Response invite(@FormParam("role") List<String> roles) {
        try {
            var token = staffing.invite(roles, actor());
            return Response.ok(show(config.baseUrl() + "/desk/setup/" + token.value(), null))
                    .build();
        } catch (BadInput bad) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(show(null, bad.problems().getFirst().message()))
                    .build();
        }
    }

    @POST
    @Path("{id}/close")
    public Response close(@PathParam("id") UUID id) {
        staffing.close(id, actor());
        return Response.seeOther(URI.create("/desk/staff")).build();
    }

    @POST
    @Path("{id}/mission")
    public Response carry(@PathParam("id") UUID id, @FormParam("mission") String code) {
        staffing.carry(id, code == null ? "" : code, actor());
        return Response.seeOther(URI.create("/desk/staff")).build();
    }

    @POST
    @Path("{id}/reopen")
    public Response reopen(@PathParam("id") UUID id) {
        staffing.reopen(id, actor());
        return Response.seeOther(URI.create("/desk/staff")).build();
    }

    private TemplateInstance show(String link, String problem) {
        return Templates.staff(new StaffView(
                Desk.page("Staff", "staff", identity),
                staffing.members(),
                List.of(Role.values()),
                missions(),
                link,
                problem));
    }

    private List<StaffView.Mission> missions() {
        return missions.list(null, null, null).stream()
                .map(Missions.Listed::mission)
                // The city first: the beginning of the name is the same for nearly all.
                .map(m -> new StaffView.Mission(m.code(), m.city(Language.EN) + ": " + m.nameIn(Language.EN)))
                .sorted(Comparator.comparing(StaffView.Mission::name))
                .toList();
    }

    private String actor() {
        return identity.getPrincipal().getName();
    }
}

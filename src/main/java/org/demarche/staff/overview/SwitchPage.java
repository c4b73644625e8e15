package org.demarche.staff.overview;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.demarche.common.Refusal;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switching;

/** Turns the switches of an attack day, by one click; they stand on the first page of the desk. */
@Path("/desk/switches/{tag}")
@RolesAllowed({"admin", "campaigner", "moderator"})
@RunOnVirtualThread
public class SwitchPage {

    private final Switching switching;
    private final SecurityIdentity identity;

    SwitchPage(Switching switching, SecurityIdentity identity) {
        this.switching = switching;
        this.identity = identity;
    }

    @POST
    @Path("on")
    public Response on(@PathParam("tag") String tag) {
        switching.on(named(tag), identity.getPrincipal().getName());
        return back();
    }

    @POST
    @Path("off")
    public Response off(@PathParam("tag") String tag) {
        switching.off(named(tag), identity.getPrincipal().getName());
        return back();
    }

    private static OffSwitch named(String tag) {
        return OffSwitch.find(tag).orElseThrow(() -> Refusal.unknown("There is no such switch."));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk#switches")).build();
    }
}

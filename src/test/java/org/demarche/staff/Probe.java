package org.demarche.staff;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Doors behind which tests look who came in. */
@Path("/")
public class Probe {

    private final SecurityIdentity identity;

    Probe(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Path("api/v1/probe/open")
    public String open() {
        return who();
    }

    @GET
    @Path("api/v1/probe/moderator")
    @RolesAllowed("moderator")
    public String moderator() {
        return who();
    }

    @POST
    @Path("api/v1/probe/moderator")
    @RolesAllowed("moderator")
    public String act() {
        return who();
    }

    @GET
    @Path("api/v1/probe/campaigner")
    @RolesAllowed("campaigner")
    public String campaigner() {
        return who();
    }

    @GET
    @Path("desk/probe")
    @Produces("text/html")
    @RolesAllowed("campaigner")
    public String desk() {
        return who();
    }

    private String who() {
        return identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName();
    }
}

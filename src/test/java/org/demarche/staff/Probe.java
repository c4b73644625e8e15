package org.demarche.staff;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Doors behind which tests look who came in. */
@Path("/api/v1/probe")
public class Probe {

    private final SecurityIdentity identity;

    Probe(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Path("open")
    public String open() {
        return who();
    }

    @GET
    @Path("moderator")
    @RolesAllowed("moderator")
    public String moderator() {
        return who();
    }

    @POST
    @Path("moderator")
    @RolesAllowed("moderator")
    public String act() {
        return who();
    }

    @GET
    @Path("campaigner")
    @RolesAllowed("campaigner")
    public String campaigner() {
        return who();
    }

    private String who() {
        return identity.isAnonymous() ? "nobody" : identity.getPrincipal().getName();
    }
}

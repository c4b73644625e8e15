package org.demarche.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A page of the desk that only campaigners may open. */
@Path("/desk/probe")
public class DeskProbe {

    @GET
    @Produces("text/html")
    @RolesAllowed("campaigner")
    public String desk() {
        return "the probe";
    }
}

package org.demarche.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A page that fails. */
@Path("/trouble")
public class TroublePage {

    @GET
    @Produces("text/html")
    public String fail() {
        throw new IllegalStateException("kim@example.org");
    }
}

package org.demarche.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;

/** Supporters' own letters over REST. The calls are reserved by the contract; the letter writer is not built yet. */
@Path("/api/v1/campaigns/{slug}/letters")
@RunOnVirtualThread
public class OwnLetterApi {

    private static final int NOT_BUILT_YET = 501;

    @POST
    public void write(@PathParam("slug") String slug) {
        throw new WebApplicationException(NOT_BUILT_YET);
    }

    @POST
    @Path("preview")
    public void preview(@PathParam("slug") String slug) {
        throw new WebApplicationException(NOT_BUILT_YET);
    }
}

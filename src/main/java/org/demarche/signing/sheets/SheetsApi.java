package org.demarche.signing.sheets;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.demarche.common.BadInput;
import org.demarche.common.Language;

/** Paper sheets over REST: print blank ones, and type filled ones in. */
@Path("/api/v1/campaigns/{slug}/sheets")
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner"})
public class SheetsApi {

    private final Sheets sheets;
    private final BlankSheets blank;

    SheetsApi(Sheets sheets, BlankSheets blank) {
        this.sheets = sheets;
        this.blank = blank;
    }

    /** New sheets, each with a number of its own: printing a file twice gives two sheets of one number. */
    @POST
    @Produces("application/pdf")
    public byte[] print(
            @PathParam("slug") String slug,
            @QueryParam("count") @DefaultValue("1") int count,
            @QueryParam("language") @DefaultValue("en") String language,
            @Context SecurityContext security) {
        var spoken = Language.find(language).orElseThrow(() -> new BadInput("language", "en, ja, ko or zh-Hans"));
        return blank.print(slug, sheets.print(slug, count, actor(security)), spoken);
    }

    @POST
    @Path("{serial}")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    public Sheets.Keyed key(
            @PathParam("slug") String slug,
            @PathParam("serial") String serial,
            byte[] csv,
            @Context SecurityContext security) {
        return sheets.key(slug, serial, csv, actor(security));
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

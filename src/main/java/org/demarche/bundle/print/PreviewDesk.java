package org.demarche.bundle.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.demarche.bundle.Wanted;
import org.demarche.letter.LetterConfig;

/** A look inside a bundle from the desk, before anybody asks for it or approves it. */
@Path("/desk/bundles")
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class PreviewDesk {

    private final BundlePreview preview;
    private final LetterConfig letters;

    PreviewDesk(BundlePreview preview, LetterConfig letters) {
        this.preview = preview;
        this.letters = letters;
    }

    @GET
    @Path("{slug}/preview/{mission}")
    @Produces("application/pdf")
    public byte[] preview(
            @PathParam("slug") String slug,
            @PathParam("mission") String mission,
            @QueryParam("content") @DefaultValue("SHEETS") String content,
            @QueryParam("paper") String paper,
            @QueryParam("order") String order,
            @QueryParam("language") String language,
            @Context SecurityContext security) {
        return preview.render(
                slug,
                mission,
                Wanted.named(content, paper, order, language, letters.paper()),
                security.getUserPrincipal().getName());
    }
}

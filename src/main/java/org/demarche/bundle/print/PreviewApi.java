package org.demarche.bundle.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.demarche.bundle.BundleApi;
import org.demarche.letter.LetterConfig;

/** A look inside a bundle over REST, before anybody asks for it. */
@Path("/api/v1/campaigns/{slug}/bundles")
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class PreviewApi {

    private final BundlePreview preview;
    private final LetterConfig letters;

    PreviewApi(BundlePreview preview, LetterConfig letters) {
        this.preview = preview;
        this.letters = letters;
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    public byte[] preview(@PathParam("slug") String slug, BundleApi.Ask ask, @Context SecurityContext security) {
        var checked = BundleApi.Ask.checked(ask);
        return preview.render(
                slug,
                checked.mission(),
                checked.wanted(letters.paper()),
                security.getUserPrincipal().getName());
    }
}

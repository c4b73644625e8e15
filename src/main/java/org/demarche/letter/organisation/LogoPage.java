package org.demarche.letter.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.demarche.common.Refusal;

/** The logo, for the head of every public page. */
@Path("/logo.png")
@RunOnVirtualThread
public class LogoPage {

    private final Logos logos;

    LogoPage(Logos logos) {
        this.logos = logos;
    }

    @GET
    @Produces("image/png")
    public Response logo() {
        var logo = logos.current().orElseThrow(() -> Refusal.unknown("This organisation shows no logo."));
        return Response.ok(logo.png())
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }
}

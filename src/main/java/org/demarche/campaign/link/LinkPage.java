package org.demarche.campaign.link;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.demarche.common.Refusal;

/** Follows a short link. Nothing is stored of who does. */
@Path("/go/{code}")
@RunOnVirtualThread
public class LinkPage {

    private final ShortLinks links;

    LinkPage(ShortLinks links) {
        this.links = links;
    }

    @GET
    public Response follow(@PathParam("code") String code) {
        var target = links.target(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.unknown("This link leads nowhere."));
        return Response.seeOther(URI.create(target))
                .header("Cache-Control", "no-store")
                .build();
    }
}

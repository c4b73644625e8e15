package org.demarche.bundle.carry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.bundle.Bundle;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Missions;

/** How a finished bundle leaves the house: labels, an archive with a passphrase, links for those who carry it. */
@Path("/desk/carry/{slug}/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "exporter"})
@NeedsSecondFactor
public class CarryDesk {

    /** @param open whether it still works */
    public record Row(UUID id, String madeFor, String madeBy, String until, int downloads, boolean open) {}

    /**
     * @param url a link just made, shown this once; null otherwise
     * @param problem why none was made; null otherwise
     */
    public record View(
            DeskPage page, String slug, UUID id, String mission, String url, String problem, List<Row> links) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance carryDesk(View view);
    }

    private final CarryLinks links;
    private final Missions missions;
    private final Clock clock;

    CarryDesk(CarryLinks links, Missions missions, Clock clock) {
        this.links = links;
        this.missions = missions;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance show(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return page(slug, id, null, null, security);
    }

    @POST
    @Path("links")
    @Transactional
    public Response make(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @FormParam("for") String madeFor,
            @Context SecurityContext security) {
        try {
            var made = links.make(slug, id, madeFor, security.getUserPrincipal().getName());
            return Response.ok(page(slug, id, made.url(), null, security))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (BadInput bad) {
            return Response.status(400)
                    .entity(page(slug, id, null, bad.problems().getFirst().message(), security))
                    .build();
        }
    }

    @POST
    @Path("links/{link}/revoke")
    public Response revoke(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @PathParam("link") UUID link,
            @Context SecurityContext security) {
        links.revoke(slug, id, link, security.getUserPrincipal().getName());
        return Response.seeOther(URI.create("/desk/carry/" + slug + "/" + id)).build();
    }

    private TemplateInstance page(String slug, UUID id, String url, String problem, SecurityContext security) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        var spoken = new Spoken(Language.EN, bundle.campaign.zoneId());
        var rows = CarryLink.of(bundle).stream()
                .map(link -> new Row(
                        link.id,
                        link.madeFor,
                        link.madeBy,
                        spoken.moment(link.expiresAt),
                        link.downloads,
                        link.opens(clock.instant())))
                .toList();
        var mission = missions.byCode(bundle.missionCode)
                .map(m -> m.nameIn(Language.EN))
                .orElse(bundle.missionCode);
        return Templates.carryDesk(
                new View(DeskPage.of("Hand out a bundle", "bundles", security), slug, id, mission, url, problem, rows));
    }
}

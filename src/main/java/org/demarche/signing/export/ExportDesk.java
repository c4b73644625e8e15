package org.demarche.signing.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.signing.Signature;

/** Taking signatures out as a file, at the desk: ask, let another person decide, fetch. */
@Path("/desk/exports/{slug}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "exporter"})
@RunOnVirtualThread
public class ExportDesk {

    /**
     * @param mine whether the person at the desk asked for it
     * @param until when it can no longer be fetched, as said; null before it is approved
     * @param times how often a token took it out alone
     */
    public record Row(
            UUID id,
            Export.State state,
            String reason,
            String askedBy,
            String askedAt,
            String approvedBy,
            String until,
            int times,
            boolean mine) {}

    /**
     * @param signatures that the file would hold
     * @param direct whether no second person is needed here
     * @param problem why nothing was asked; null for none
     */
    public record View(
            DeskPage page,
            String slug,
            String title,
            long signatures,
            boolean direct,
            List<Row> rows,
            String reason,
            String problem) {}

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance exportDesk(View view);
    }

    private final Exports exports;
    private final DemarcheConfig config;
    private final Clock clock;

    ExportDesk(Exports exports, DemarcheConfig config, Clock clock) {
        this.exports = exports;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list(@PathParam("slug") String slug, @Context SecurityContext security) {
        return show(slug, "", null, security);
    }

    @POST
    public Response ask(
            @PathParam("slug") String slug, @FormParam("reason") String reason, @Context SecurityContext security) {
        try {
            exports.ask(slug, reason == null ? "" : reason, actor(security));
            return back(slug);
        } catch (BadInput bad) {
            return Response.status(400)
                    .entity(show(slug, reason, bad.problems().getFirst().message(), security))
                    .build();
        }
    }

    @POST
    @Path("{id}/approve")
    @NeedsSecondFactor
    public Response approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        exports.approve(slug, id, actor(security));
        return back(slug);
    }

    @POST
    @Path("{id}/decline")
    public Response decline(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        exports.decline(slug, id, actor(security));
        return back(slug);
    }

    @POST
    @Path("{id}/known")
    @NeedsSecondFactor
    public Response know(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        exports.know(slug, id, actor(security));
        return back(slug);
    }

    private TemplateInstance show(String slug, String reason, String problem, SecurityContext security) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.named(slug);
            var rows = exports.of(slug).stream()
                    .map(e -> row(e, campaign, actor(security)))
                    .toList();
            return Templates.exportDesk(new View(
                    DeskPage.of("Export", "campaigns", security),
                    slug,
                    campaign.text(Language.EN).title(),
                    Signature.count("campaign = ?1 and sealedPerson is not null", campaign),
                    !config.needsSecondPerson(),
                    rows,
                    reason,
                    problem));
        });
    }

    private Row row(Export e, Campaign campaign, String reader) {
        var spoken = new Spoken(Language.EN, campaign.zoneId());
        return new Row(
                e.id,
                e.state(clock.instant()),
                e.reason,
                e.approval.askedBy(),
                spoken.moment(e.approval.askedAt()),
                e.approval.approvedBy(),
                e.until() == null ? null : spoken.moment(e.until()),
                e.times,
                e.approval.isOf(reader));
    }

    private static Response back(String slug) {
        return Response.seeOther(URI.create("/desk/exports/" + slug)).build();
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

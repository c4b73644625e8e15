package org.demarche.signing.export;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.approval.SetByOperator;
import org.demarche.common.Items;

/** The file of all signatures over REST: ask, have another person approve, fetch. */
@Path("/api/v1/campaigns/{slug}/signatures/export")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "exporter"})
@RunOnVirtualThread
public class ExportApi {

    public record Ask(String reason) {}

    /**
     * @param approvedBy who agreed, or knows of what a token took out alone
     * @param until when it can no longer be fetched; null where it cannot be, or not yet
     */
    public record View(
            UUID id,
            Export.State state,
            String reason,
            String askedBy,
            Instant askedAt,
            String approvedBy,
            Instant until) {

        static View of(Export e, Instant now) {
            return new View(
                    e.id,
                    e.state(now),
                    e.reason,
                    e.approval.askedBy(),
                    e.approval.askedAt(),
                    e.approval.approvedBy(),
                    e.until());
        }
    }

    private final Exports exports;
    private final ExportFile file;
    private final SecurityIdentity identity;
    private final Clock clock;

    ExportApi(Exports exports, ExportFile file, SecurityIdentity identity, Clock clock) {
        this.exports = exports;
        this.file = file;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * The file itself; {@code format} is {@code csv} or {@code xlsx}. A token of the settings needs no consent beforehand,
     * unless the settings say so; the desk is told of it.
     */
    @GET
    @NeedsSecondFactor
    @Produces({"text/csv", ExportFormat.XLSX_TYPE})
    public Response fetch(@PathParam("slug") String slug, @QueryParam("format") @DefaultValue("csv") String format) {
        var chosen = ExportFormat.named(format);
        var grounds = exports.letOut(slug, actor(), SetByOperator.is(identity));
        return file.of(slug, chosen, actor(), grounds);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("slug") String slug, Ask ask) {
        var export = exports.ask(slug, ask == null ? null : ask.reason(), actor());
        return Response.accepted(View.of(export, clock.instant())).build();
    }

    @GET
    @Path("requests")
    @Transactional
    public Items<View> list(@PathParam("slug") String slug) {
        var now = clock.instant();
        var all = exports.of(slug);
        return new Items<>(all.stream().map(e -> View.of(e, now)).toList(), all.size());
    }

    @POST
    @Path("{id}/approve")
    @NeedsSecondFactor
    @Transactional
    public View approve(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return View.of(exports.approve(slug, id, actor()), clock.instant());
    }

    @POST
    @Path("{id}/known")
    @NeedsSecondFactor
    @Transactional
    public View know(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return View.of(exports.know(slug, id, actor()), clock.instant());
    }

    @POST
    @Path("{id}/decline")
    @Transactional
    public View decline(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return View.of(exports.decline(slug, id, actor()), clock.instant());
    }

    private String actor() {
        return identity.getPrincipal().getName();
    }
}

package org.demarche.signing.retention;

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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.common.Actor;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;

/** What is kept of whom, and until when, at the desk. */
@Path("/desk/retention")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed("admin")
public class RetentionDesk {

    /** @param mine whether the person at the desk asked for it and so cannot approve it */
    public record Row(RetentionReport report, String due, String asked, String done, boolean mine) {

        public boolean canAsk() {
            return report.overdue() && report.askedBy() == null;
        }

        public boolean waits() {
            return report.askedBy() != null && report.approvedBy() == null;
        }
    }

    public record View(DeskPage page, List<Row> rows) {}

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance retentionDesk(View view);
    }

    private static final Spoken SPOKEN = new Spoken(Language.EN, ZoneOffset.UTC);

    private final Retentions retentions;
    private final DemarcheConfig config;

    RetentionDesk(Retentions retentions, DemarcheConfig config) {
        this.retentions = retentions;
        this.config = config;
    }

    @GET
    public TemplateInstance look(@Context SecurityContext security) {
        var rows = retentions.all().stream().map(r -> row(r, actor(security))).toList();
        return Templates.retentionDesk(new View(DeskPage.of("Retention", "retention", security), rows));
    }

    @POST
    @Path("{slug}/days")
    public Response keepFor(
            @PathParam("slug") String slug, @FormParam("days") String days, @Context SecurityContext security) {
        if (days == null || !days.matches("\\d{1,3}")) {
            throw new BadInput("days", "a number of days");
        }
        retentions.keepFor(slug, Integer.valueOf(days), actor(security));
        return back();
    }

    @POST
    @Path("{slug}/ask")
    public Response ask(@PathParam("slug") String slug, @Context SecurityContext security) {
        retentions.ask(slug, actor(security));
        return back();
    }

    @POST
    @Path("{slug}/approve")
    @NeedsSecondFactor
    public Response approve(@PathParam("slug") String slug, @Context SecurityContext security) {
        retentions.approve(slug, actor(security));
        return back();
    }

    private Row row(RetentionReport report, String reader) {
        boolean fourEyes = config.needsSecondPerson();
        return new Row(
                report,
                said(report.due()),
                said(report.askedAt()),
                said(report.doneAt()),
                fourEyes && report.askedBy() != null && Actor.same(reader, report.askedBy()));
    }

    private static String said(Instant moment) {
        return moment == null ? null : SPOKEN.moment(moment);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/retention")).build();
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

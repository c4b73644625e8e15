package org.demarche.bundle.carry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleFiles;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.CarriedMission;
import org.demarche.bundle.Volume;
import org.demarche.common.Audited;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Missions;

/** What a coordinator sees: the finished bundles of their own mission, to be carried there, and nothing else. */
@Path("/desk/my-mission")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "coordinator"})
@RunOnVirtualThread
public class CoordinatorDesk {

    public record File(int n, int pages, String sha256) {}

    /** @param approvedAt as said */
    public record Row(
            UUID id, String campaign, BundleContent content, String approvedAt, long signatures, List<File> files) {}

    /** @param mission its name; null for a coordinator who was given none yet */
    public record View(DeskPage page, String mission, List<Row> rows) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance coordinator(View view);
    }

    private final CarriedMission carried;
    private final BundleFiles files;
    private final BundleArchive archive;
    private final BundleLabels labels;
    private final Missions missions;
    private final Clock clock;
    private final Event<Audited> audit;

    CoordinatorDesk(
            CarriedMission carried,
            BundleFiles files,
            BundleArchive archive,
            BundleLabels labels,
            Missions missions,
            Clock clock,
            Event<Audited> audit) {
        this.carried = carried;
        this.files = files;
        this.archive = archive;
        this.labels = labels;
        this.clock = clock;
        this.missions = missions;
        this.audit = audit;
    }

    @GET
    @Transactional
    public TemplateInstance list(@Context SecurityContext security) {
        var code = carried.of(actor(security)).orElse(null);
        var rows = code == null
                ? List.<Row>of()
                : Bundle.<Bundle>list(
                                "missionCode = ?1 and state = ?2 order by approval.askedAt desc",
                                code,
                                BundleState.DONE)
                        .stream()
                        .map(CoordinatorDesk::row)
                        .toList();
        return Templates.coordinator(new View(
                DeskPage.of("Your mission", "my-mission", security),
                code == null
                        ? null
                        : missions.byCode(code).map(m -> m.nameIn(Language.EN)).orElse(code),
                rows));
    }

    /** A volume of a bundle for the own mission; of another one there is none, whatever its number. */
    @GET
    @Path("{id}/volumes/{n}")
    @NeedsSecondFactor
    @Produces("application/pdf")
    @Transactional
    public Response volume(@PathParam("id") UUID id, @PathParam("n") int n, @Context SecurityContext security) {
        own(id, security);
        var volume = Volume.of(id, n).orElseThrow(() -> Refusal.unknown("This bundle has no such volume."));
        audit.fire(new Audited(actor(security), "bundle.download", id.toString(), volume.fileName()));
        return Response.ok(files.open(id, volume.fileName()))
                .header("Content-Disposition", "attachment; filename=\"" + volume.fileName() + "\"")
                .header("Content-Length", volume.bytes)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The whole of it in one file, closed with a passphrase or an OpenPGP key if one is given. */
    @POST
    @Path("{id}/archive")
    @NeedsSecondFactor
    @Produces(MediaType.WILDCARD)
    @Transactional
    public Response archive(
            @PathParam("id") UUID id,
            @FormParam("passphrase") String passphrase,
            @FormParam("key") String key,
            @Context SecurityContext security)
            throws IOException {
        var lock = ArchiveLock.chosen(passphrase, key, clock.instant());
        return archive.download(own(id, security), actor(security), lock);
    }

    @GET
    @Path("{id}/labels")
    @NeedsSecondFactor
    @Produces("application/pdf")
    @Transactional
    public Response labels(@PathParam("id") UUID id, @Context SecurityContext security) {
        return Response.ok(labels.of(own(id, security), Volume.of(id)))
                .header("Content-Disposition", "attachment; filename=\"" + BundleLabels.FILE + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A finished bundle for the own mission; of another one there is none, whatever its number. */
    private Bundle own(UUID id, SecurityContext security) {
        var bundle = Bundle.<Bundle>findByIdOptional(id)
                .filter(b -> carried.of(actor(security))
                        .filter(b.missionCode::equals)
                        .isPresent())
                .orElseThrow(() -> Refusal.unknown("There is no such bundle for your mission."));
        bundle.requireDone();
        return bundle;
    }

    private static Row row(Bundle b) {
        var spoken = new Spoken(Language.EN, b.campaign.zoneId());
        return new Row(
                b.id,
                b.campaign.text(Language.EN).title(),
                b.content,
                b.approval.approvedAt() == null ? "" : spoken.moment(b.approval.approvedAt()),
                b.carried(),
                Volume.of(b.id).stream()
                        .map(v -> new File(v.n, v.pages, v.sha256.substring(0, 8) + "…"))
                        .toList());
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

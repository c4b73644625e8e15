package org.demarche.bundle;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Missions;

/** Bundles at the desk: ask, look inside, approve another's request, watch the printing, fetch the files. */
@Path("/desk/bundles")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class BundleDesk {

    public record Choice(String code, String name) {}

    public record Offer(String slug, String title, List<Choice> missions) {}

    public record File(int n, int pages, String size, String digest) {}

    /** @param mine whether the person at the desk asked for it and so cannot approve it */
    public record Row(
            UUID id,
            String slug,
            String code,
            String mission,
            BundleContent content,
            BundleState state,
            String askedBy,
            String askedAt,
            String approvedBy,
            boolean mine,
            long signatures,
            long done,
            int pages,
            String failure,
            List<File> files) {}

    /**
     * @param refresh whether something is being printed, so that the page looks again by itself
     * @param download whether this person may take finished volumes
     */
    public record View(DeskPage page, boolean refresh, boolean download, List<Offer> offers, List<Row> bundles) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance desk(View view);
    }

    private final Bundles bundles;
    private final BundlePreview preview;
    private final Missions missions;
    private final DemarcheConfig config;

    BundleDesk(Bundles bundles, BundlePreview preview, Missions missions, DemarcheConfig config) {
        this.bundles = bundles;
        this.preview = preview;
        this.missions = missions;
        this.config = config;
    }

    @GET
    @Transactional
    public TemplateInstance list(@QueryParam("campaign") String slug, @Context SecurityContext security) {
        var campaigns =
                slug == null ? Campaign.<Campaign>list("order by createdAt desc") : List.of(Campaign.named(slug));
        var offers = campaigns.stream()
                .filter(c -> c.state.mayDeliver())
                .map(c -> new Offer(
                        c.slug,
                        c.text(Language.EN).title(),
                        c.missions.stream()
                                .map(code -> new Choice(code, name(code)))
                                .toList()))
                .toList();
        var rows = campaigns.stream()
                .flatMap(c -> Bundle.ofCampaign(c).stream())
                .map(b -> row(b, security.getUserPrincipal().getName()))
                .toList();
        boolean running =
                rows.stream().anyMatch(r -> r.state() == BundleState.QUEUED || r.state() == BundleState.RUNNING);
        boolean download = BundleDownloads.ROLES.stream().anyMatch(security::isUserInRole);
        return Templates.desk(new View(DeskPage.of("Bundles", "bundles", security), running, download, offers, rows));
    }

    @POST
    @Path("{slug}/ask")
    public Response ask(
            @PathParam("slug") String slug,
            @FormParam("mission") String mission,
            @FormParam("content") @DefaultValue("SHEETS") String content,
            @Context SecurityContext security) {
        bundles.ask(
                slug,
                mission,
                BundleApi.content(content),
                security.getUserPrincipal().getName());
        return Response.seeOther(URI.create("/desk/bundles")).build();
    }

    @POST
    @Path("{slug}/{id}/approve")
    @NeedsSecondFactor
    public Response approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        bundles.approve(slug, id, security.getUserPrincipal().getName());
        return Response.seeOther(URI.create("/desk/bundles")).build();
    }

    @POST
    @Path("{slug}/{id}/retry")
    public Response retry(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        bundles.printAgain(slug, id, security.getUserPrincipal().getName());
        return Response.seeOther(URI.create("/desk/bundles")).build();
    }

    @POST
    @Path("{slug}/{id}/cancel")
    public Response cancel(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        bundles.cancel(slug, id, security.getUserPrincipal().getName());
        return Response.seeOther(URI.create("/desk/bundles")).build();
    }

    @GET
    @Path("{slug}/preview/{mission}")
    @Produces("application/pdf")
    public byte[] preview(
            @PathParam("slug") String slug,
            @PathParam("mission") String mission,
            @QueryParam("content") @DefaultValue("SHEETS") String content,
            @Context SecurityContext security) {
        return preview.render(
                slug,
                mission,
                BundleApi.content(content),
                security.getUserPrincipal().getName());
    }

    private Row row(Bundle b, String reader) {
        var spoken = new Spoken(Language.EN, b.campaign.zoneId());
        var files = Volume.of(b.id).stream()
                .map(v -> new File(v.n, v.pages, size(v.bytes), v.sha256.substring(0, 8) + "…"))
                .toList();
        boolean fourEyes = config.needsSecondPerson();
        return new Row(
                b.id,
                b.campaign.slug,
                b.missionCode,
                name(b.missionCode),
                b.content,
                b.state,
                b.approval.askedBy(),
                spoken.moment(b.approval.askedAt()),
                b.approval.approvedBy(),
                fourEyes && b.approval.isOf(reader),
                b.signatures,
                b.linesDone,
                files.stream().mapToInt(File::pages).sum(),
                b.failure,
                files);
    }

    private String name(String code) {
        return missions.byCode(code).map(m -> m.nameIn(Language.EN)).orElse(code);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? "%.0f kB".formatted(bytes / 1e3) : "%.1f MB".formatted(bytes / 1e6);
    }
}

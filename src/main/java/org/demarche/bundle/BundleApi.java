package org.demarche.bundle;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.Items;
import org.demarche.common.Paging;
import org.demarche.letter.Layout;
import org.demarche.letter.LetterConfig;

/** Bundles over REST: preview, ask, approve by another, follow, fetch, hand over. */
@Path("/api/v1/campaigns/{slug}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class BundleApi {

    /** @param paper null for the organisation's own */
    public record Ask(String mission, String content, String paper) {}

    public record VolumeView(int n, int pages, long bytes, String sha256) {}

    public record BundleView(
            UUID id,
            String mission,
            BundleContent content,
            Layout.Paper paper,
            BundleState state,
            double progress,
            long signatures,
            int pages,
            List<VolumeView> volumes,
            String failure) {

        static BundleView of(Bundle bundle) {
            var volumes = Volume.of(bundle.id).stream()
                    .map(v -> new VolumeView(v.n, v.pages, v.bytes, v.sha256))
                    .toList();
            return new BundleView(
                    bundle.id,
                    bundle.missionCode,
                    bundle.content,
                    bundle.paper,
                    bundle.state,
                    bundle.progress(),
                    bundle.carried(),
                    volumes.stream().mapToInt(VolumeView::pages).sum(),
                    volumes,
                    bundle.failure);
        }
    }

    public record HandoverView(UUID id, Instant at, String place, String by, String channel, Handover.Outcome outcome) {

        public static HandoverView of(Handover h) {
            return new HandoverView(h.id, h.at, h.place, h.by, h.channel, h.outcome);
        }
    }

    private final Bundles bundles;
    private final BundlePreview preview;
    private final LetterConfig letters;

    BundleApi(Bundles bundles, BundlePreview preview, LetterConfig letters) {
        this.bundles = bundles;
        this.preview = preview;
        this.letters = letters;
    }

    @GET
    @Transactional
    public Items<BundleView> list(
            @PathParam("slug") String slug,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        var paging = new Paging(page, size);
        var all = Bundle.<Bundle>find("campaign = ?1 order by approval.askedAt desc", Campaign.named(slug));
        return new Items<>(
                all.page(paging.page(), paging.size()).stream()
                        .map(BundleView::of)
                        .toList(),
                all.count());
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    public byte[] preview(@PathParam("slug") String slug, Ask ask, @Context SecurityContext security) {
        return preview.render(slug, checked(ask), content(ask.content()), paper(ask.paper()), actor(security));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response ask(@PathParam("slug") String slug, Ask ask, @Context SecurityContext security) {
        return Response.accepted(BundleView.of(
                        bundles.ask(slug, checked(ask), content(ask.content()), paper(ask.paper()), actor(security))))
                .build();
    }

    private static String checked(Ask ask) {
        if (ask == null || ask.mission() == null) {
            throw new BadInput("mission", "name the mission");
        }
        return ask.mission();
    }

    /** The content by its name; {@link BadInput} for any other word. */
    static BundleContent content(String name) {
        return Stream.of(BundleContent.values())
                .filter(content -> content.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("content", "SHEETS or LETTERS"));
    }

    /** The paper by its name; the organisation's own where none is named. */
    private Layout.Paper paper(String name) {
        return name == null || name.isBlank() ? letters.paper() : Layout.Paper.named(name);
    }

    @POST
    @Path("{id}/approve")
    @NeedsSecondFactor
    @Transactional
    public BundleView approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return BundleView.of(bundles.approve(slug, id, actor(security)));
    }

    @POST
    @Path("{id}/cancel")
    @Transactional
    public BundleView cancel(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return BundleView.of(bundles.cancel(slug, id, actor(security)));
    }

    @GET
    @Path("{id}")
    @Transactional
    public BundleView get(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return BundleView.of(Bundle.named(slug, id));
    }

    @POST
    @Path("{id}/handovers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response handOver(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            HandoverForm form,
            @Context SecurityContext security) {
        if (form == null) {
            throw new BadInput("at", "a JSON body is needed");
        }
        var h = bundles.handOver(slug, id, form, actor(security));
        return Response.status(201).entity(HandoverView.of(h)).build();
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

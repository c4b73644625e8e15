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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.Items;
import org.demarche.common.Language;
import org.demarche.common.Paging;
import org.demarche.letter.Layout;
import org.demarche.letter.LetterConfig;
import org.demarche.signing.LineOrder;

/** Bundles over REST: ask, approve by another, follow. */
@Path("/api/v1/campaigns/{slug}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class BundleApi {

    /** @param mission its code; the rest as for {@link Wanted#named} */
    public record Ask(String mission, String content, String paper, String order, String language) {

        /** What was asked, if a mission is named. */
        public static Ask checked(Ask ask) {
            if (ask == null || ask.mission() == null) {
                throw new BadInput("mission", "name the mission");
            }
            return ask;
        }

        /** @param own the organisation's paper */
        public Wanted wanted(Layout.Paper own) {
            return Wanted.named(content, paper, order, language, own);
        }
    }

    public record VolumeView(int n, int pages, long bytes, String sha256) {}

    /**
     * @param language null for the mission's own
     * @param secondsLeft a rough guess while it is printed; null otherwise, and while too little is printed to tell
     */
    public record BundleView(
            UUID id,
            String mission,
            BundleContent content,
            Layout.Paper paper,
            LineOrder order,
            Language language,
            BundleState state,
            double progress,
            Long secondsLeft,
            long signatures,
            int pages,
            List<VolumeView> volumes,
            String failure) {

        static BundleView of(Bundle bundle, Instant now) {
            var volumes = Volume.of(bundle.id).stream()
                    .map(v -> new VolumeView(v.n, v.pages, v.bytes, v.sha256))
                    .toList();
            return new BundleView(
                    bundle.id,
                    bundle.missionCode,
                    bundle.content,
                    bundle.paper,
                    bundle.lineOrder,
                    bundle.language,
                    bundle.state,
                    bundle.progress(),
                    bundle.timeLeft(now).map(Duration::toSeconds).orElse(null),
                    bundle.carried(),
                    volumes.stream().mapToInt(VolumeView::pages).sum(),
                    volumes,
                    bundle.failure);
        }
    }

    private final Bundles bundles;
    private final LetterConfig letters;
    private final Clock clock;

    BundleApi(Bundles bundles, LetterConfig letters, Clock clock) {
        this.bundles = bundles;
        this.letters = letters;
        this.clock = clock;
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
                all.page(paging.page(), paging.size()).stream().map(this::view).toList(), all.count());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response ask(@PathParam("slug") String slug, Ask ask, @Context SecurityContext security) {
        var checked = Ask.checked(ask);
        var bundle = bundles.ask(slug, checked.mission(), checked.wanted(letters.paper()), actor(security));
        return Response.accepted(view(bundle)).build();
    }

    @POST
    @Path("{id}/approve")
    @NeedsSecondFactor
    @Transactional
    public BundleView approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return view(bundles.approve(slug, id, actor(security)));
    }

    @POST
    @Path("{id}/cancel")
    @Transactional
    public BundleView cancel(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        return view(bundles.cancel(slug, id, actor(security)));
    }

    @GET
    @Path("{id}")
    @Transactional
    public BundleView get(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return view(Bundle.named(slug, id));
    }

    private BundleView view(Bundle bundle) {
        return BundleView.of(bundle, clock.instant());
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

package org.demarche.bundle;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Layout;
import org.demarche.letter.LetterConfig;
import org.demarche.mission.Missions;

/** Bundles at the desk: ask, approve another's request, watch the printing. */
@Path("/desk/bundles")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class BundleDesk {

    /** @param notice what staff should know before they ask; null for nothing */
    public record Choice(String code, String name, String notice) {}

    /** @param languages in which the letter is written */
    public record Offer(String slug, String title, List<Language> languages, List<Choice> missions) {}

    /**
     * @param refresh whether something is being printed, so that the page looks again by itself
     * @param download whether this person may take finished volumes
     * @param letterPaper whether the organisation prints on Letter
     */
    public record View(
            DeskPage page,
            boolean refresh,
            boolean download,
            boolean letterPaper,
            List<Offer> offers,
            List<BundleRow> bundles) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance desk(View view);
    }

    /** Who may take a finished volume out of the house. */
    private static final Set<String> TAKERS = Set.of("admin", "exporter");

    private final Bundles bundles;
    private final Missions missions;
    private final CampaignLetter letters;
    private final LetterConfig letterConfig;
    private final DemarcheConfig config;
    private final Clock clock;

    BundleDesk(
            Bundles bundles,
            Missions missions,
            CampaignLetter letters,
            LetterConfig letterConfig,
            DemarcheConfig config,
            Clock clock) {
        this.bundles = bundles;
        this.missions = missions;
        this.letters = letters;
        this.letterConfig = letterConfig;
        this.config = config;
        this.clock = clock;
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
                        letters.languages(c),
                        c.missions.stream().map(code -> choice(c, code)).toList()))
                .toList();
        var rows = campaigns.stream()
                .flatMap(c -> Bundle.ofCampaign(c).stream())
                .map(b -> BundleRow.of(
                        b,
                        name(b.missionCode),
                        security.getUserPrincipal().getName(),
                        config.needsSecondPerson(),
                        clock.instant()))
                .toList();
        boolean running =
                rows.stream().anyMatch(r -> r.state() == BundleState.QUEUED || r.state() == BundleState.RUNNING);
        boolean download = TAKERS.stream().anyMatch(security::isUserInRole);
        return Templates.desk(new View(
                DeskPage.of("Bundles", "bundles", security),
                running,
                download,
                letterConfig.paper() == Layout.Paper.LETTER,
                offers,
                rows));
    }

    @POST
    @Path("{slug}/ask")
    public Response ask(
            @PathParam("slug") String slug, MultivaluedMap<String, String> posted, @Context SecurityContext security) {
        bundles.ask(
                slug,
                posted.getFirst("mission"),
                wanted(posted),
                security.getUserPrincipal().getName());
        return back(slug);
    }

    /** For every mission of the campaign; a mission that nobody wrote to, or without an address, is left out. */
    @POST
    @Path("{slug}/ask-all")
    public Response askAll(
            @PathParam("slug") String slug, MultivaluedMap<String, String> posted, @Context SecurityContext security) {
        var wanted = wanted(posted);
        List<String> codes = QuarkusTransaction.requiringNew().call(() -> List.copyOf(Campaign.named(slug).missions));
        RuntimeException refused = Refusal.wrongState("This campaign has no missions.");
        int asked = 0;
        for (var mission : codes) {
            try {
                bundles.ask(slug, mission, wanted, security.getUserPrincipal().getName());
                asked++;
            } catch (Refusal | BadInput told) {
                refused = told;
            }
        }
        if (asked == 0) {
            throw refused;
        }
        return back(slug);
    }

    /** To the bundles of this campaign: another may bear the same title. */
    private static Response back(String slug) {
        return Response.seeOther(URI.create("/desk/bundles?campaign=" + slug)).build();
    }

    private Wanted wanted(MultivaluedMap<String, String> posted) {
        return Wanted.named(
                posted.getFirst("content"),
                posted.getFirst("paper"),
                posted.getFirst("order"),
                posted.getFirst("language"),
                letterConfig.paper());
    }

    @POST
    @Path("{slug}/{id}/approve")
    @NeedsSecondFactor
    public Response approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        bundles.approve(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("{slug}/{id}/retry")
    public Response retry(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        bundles.printAgain(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("{slug}/{id}/cancel")
    public Response cancel(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        bundles.cancel(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    private Choice choice(Campaign campaign, String code) {
        var notice = missions.byCode(code)
                .filter(mission -> !letters.speaksTo(campaign, mission))
                .map(mission -> "The letter is not written in its language; it goes in "
                        + letters.languagesFor(campaign, mission).getFirst().nativeName() + ".");
        return new Choice(code, name(code), notice.orElse(null));
    }

    private String name(String code) {
        return missions.byCode(code).map(m -> m.nameIn(Language.EN)).orElse(code);
    }
}

package org.demarche.campaign.desk;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.campaign.Campaigns;
import org.demarche.campaign.LetterCatalogue;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Missions;

/** Campaigns at the desk: what there is, how it goes, open and close. */
@Path("/desk/campaigns")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
public class CampaignDesk {

    public record Row(String slug, String title, CampaignState state, long count, int goal, String closes) {}

    /** @param launch whether this person may make a new one */
    public record ListView(DeskPage page, boolean launch, List<Row> campaigns) {}

    /** One of its missions. */
    public record MissionLink(String code, String name) {}

    /**
     * @param checks what is ready and what is missing, while it is not open yet
     * @param steps the verbs that its state allows
     * @param change whether this person may change it
     * @param problem why the last step could not be taken; null for none
     */
    public record View(
            DeskPage page,
            Row campaign,
            String opens,
            List<MissionLink> missions,
            List<String> languages,
            String letter,
            Map<String, Long> byCountry,
            Map<String, Long> bySource,
            String asOf,
            List<Check> checks,
            List<String> steps,
            boolean change,
            String problem) {

        public long done() {
            return checks.stream().filter(Check::done).count();
        }

        /** Whether it is a draft that names no time to open. */
        public boolean unscheduled() {
            return campaign.state() == CampaignState.DRAFT && opens.isEmpty();
        }

        public boolean blocked() {
            return checks.stream().anyMatch(Check::inTheWay);
        }
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance desk(ListView view);

        static native TemplateInstance deskCampaign(View view);
    }

    private final Campaigns campaigns;
    private final Tally tally;
    private final LetterCatalogue letters;
    private final Readiness readiness;
    private final Missions missions;

    CampaignDesk(Campaigns campaigns, Tally tally, LetterCatalogue letters, Readiness readiness, Missions missions) {
        this.missions = missions;
        this.readiness = readiness;
        this.campaigns = campaigns;
        this.tally = tally;
        this.letters = letters;
    }

    @GET
    @Transactional
    public TemplateInstance list(@Context SecurityContext security) {
        var rows = Campaign.<Campaign>list("order by createdAt desc").stream()
                .map(this::row)
                .toList();
        return Templates.desk(new ListView(DeskPage.of("Campaigns", "campaigns", security), mayChange(security), rows));
    }

    @GET
    @Path("{slug}")
    @Transactional
    public TemplateInstance campaign(@PathParam("slug") String slug, @Context SecurityContext security) {
        return page(slug, null, security);
    }

    private TemplateInstance page(String slug, String problem, SecurityContext security) {
        var campaign = Campaign.named(slug);
        var spoken = new Spoken(Language.EN, campaign.zoneId());
        var asOf = tally.count(campaign.id).asOf();
        return Templates.deskCampaign(new View(
                DeskPage.of(campaign.text(Language.EN).title(), "campaigns", security),
                row(campaign),
                campaign.opensAt == null ? "" : spoken.moment(campaign.opensAt),
                missions(campaign),
                languages(campaign),
                campaign.letterKey + ", version " + campaign.letterVersion,
                tally.byCountry(campaign.id),
                tally.bySource(campaign.id),
                asOf == null ? "" : spoken.moment(asOf),
                campaign.state == CampaignState.DRAFT || campaign.state == CampaignState.SCHEDULED
                        ? readiness.of(campaign)
                        : List.of(),
                mayChange(security) ? steps(campaign.state) : List.of(),
                mayChange(security),
                problem));
    }

    private List<MissionLink> missions(Campaign campaign) {
        return campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .map(mission -> new MissionLink(mission.code(), mission.nameIn(Language.EN)))
                .toList();
    }

    private List<String> languages(Campaign campaign) {
        var complete = letters.complete(campaign.letterKey, campaign.letterVersion);
        return letters.languages(campaign.letterKey, campaign.letterVersion).stream()
                .map(language -> language.nativeName() + (complete.contains(language) ? "" : " (incomplete)"))
                .toList();
    }

    @POST
    @Path("{slug}/{step: open|close|schedule|unschedule|archive}")
    @RolesAllowed({"admin", "campaigner"})
    public Response step(
            @PathParam("slug") String slug, @PathParam("step") String step, @Context SecurityContext security) {
        var actor = security.getUserPrincipal().getName();
        try {
            switch (step) {
                case "open" -> campaigns.open(slug, actor);
                case "close" -> campaigns.close(slug, actor);
                case "schedule" -> campaigns.schedule(slug, actor);
                case "unschedule" -> campaigns.unschedule(slug, actor);
                default -> campaigns.archive(slug, actor);
            }
        } catch (Refusal refused) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> Response.status(refused.status())
                            .entity(page(slug, refused.getMessage(), security))
                            .build());
        }
        return Response.seeOther(URI.create("/desk/campaigns/" + slug)).build();
    }

    private static boolean mayChange(SecurityContext security) {
        return security.isUserInRole("admin") || security.isUserInRole("campaigner");
    }

    private static List<String> steps(CampaignState state) {
        return switch (state) {
            case DRAFT -> List.of("schedule", "open");
            case SCHEDULED -> List.of("open", "unschedule");
            case OPEN -> List.of("close");
            case CLOSED -> List.of("open", "archive");
            case DELIVERED -> List.of("archive");
            case ARCHIVED -> List.of();
        };
    }

    private Row row(Campaign campaign) {
        var spoken = new Spoken(Language.EN, campaign.zoneId());
        return new Row(
                campaign.slug,
                campaign.text(Language.EN).title(),
                campaign.state,
                tally.count(campaign.id).signatures(),
                campaign.goal,
                campaign.closing().map(spoken::moment).orElse(""));
    }
}

package org.demarche.signing.register;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.signing.guard.Booth;
import org.demarche.signing.guard.Booths;
import org.demarche.signing.guard.DomainPattern;
import org.demarche.signing.guard.DomainRules;
import org.demarche.signing.guard.Suspicion;

/** The guard at the desk: what it holds, the rules for mail domains, and booths. */
@Path("/desk/guard")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "moderator"})
public class GuardDesk {

    public record Heap(
            String campaign, String reason, String words, String network, long signatures, String first, String last) {}

    public record Rule(String pattern, boolean hold, String note, String addedBy) {}

    public record Place(UUID id, String place, String campaign, String openedBy, String until) {}

    /** @param link of a booth that was just opened, which is shown once; else null */
    public record View(
            DeskPage page,
            List<Heap> heaps,
            List<Rule> rules,
            List<Place> booths,
            List<String> campaigns,
            String link) {}

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance guardDesk(View view);
    }

    private static final int HEAPS_SHOWN = 100;

    private final HeldSignatures held;
    private final Judging judging;
    private final DomainRules domains;
    private final Booths booths;
    private final DemarcheConfig config;
    private final Clock clock;

    GuardDesk(
            HeldSignatures held,
            Judging judging,
            DomainRules domains,
            Booths booths,
            DemarcheConfig config,
            Clock clock) {
        this.held = held;
        this.judging = judging;
        this.domains = domains;
        this.booths = booths;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance look(@Context SecurityContext security) {
        return page(security, null);
    }

    @POST
    @Path("held/{slug}/{verb: release|reject}")
    public Response judge(
            @PathParam("slug") String slug,
            @PathParam("verb") String verb,
            @FormParam("heldFor") Suspicion heldFor,
            @FormParam("network") String network,
            @FormParam("reason") String reason,
            @Context SecurityContext security) {
        var choice = new HeldSignatures.Choice(null, heldFor, network, reason);
        judging.judge(slug, choice, "release".equals(verb), actor(security));
        return back();
    }

    @POST
    @Path("domains")
    public Response put(
            @FormParam("pattern") String pattern,
            @FormParam("rule") String rule,
            @FormParam("note") String note,
            @Context SecurityContext security) {
        domains.put(pattern, rule, note, actor(security));
        return back();
    }

    @POST
    @Path("domains/remove")
    public Response remove(@FormParam("pattern") String pattern, @Context SecurityContext security) {
        domains.remove(pattern, actor(security));
        return back();
    }

    @POST
    @Path("booths")
    @Transactional
    public TemplateInstance open(
            @FormParam("campaign") String slug,
            @FormParam("place") String place,
            @FormParam("hours") String hours,
            @Context SecurityContext security) {
        if (hours == null || !hours.matches("\\d{1,2}")) {
            throw new BadInput("hours", "a number of hours");
        }
        var opened = booths.open(Campaign.publicNamed(slug).slug, place, Integer.parseInt(hours), actor(security));
        return page(security, config.baseUrl() + "/booth/" + opened.token().value());
    }

    @POST
    @Path("booths/{id}/close")
    public Response close(@PathParam("id") UUID id, @Context SecurityContext security) {
        booths.close(id, actor(security));
        return back();
    }

    private TemplateInstance page(SecurityContext security, String link) {
        var spoken = new Spoken(Language.EN, ZoneOffset.UTC);
        var heaps = held.heaps(HEAPS_SHOWN).stream()
                .map(h -> new Heap(
                        h.campaign(),
                        h.heldFor().name(),
                        h.heldFor().words(),
                        h.network(),
                        h.signatures(),
                        spoken.moment(h.first()),
                        spoken.moment(h.last())))
                .toList();
        var rules = DomainPattern.all().stream()
                .map(p -> new Rule(p.pattern, p.rule == DomainPattern.Rule.HOLD, p.note, p.addedBy))
                .toList();
        var places = Booth.open(clock.instant()).stream()
                .map(b -> new Place(b.id, b.place, b.campaign, b.openedBy, spoken.moment(b.closesAt)))
                .toList();
        var campaigns = Campaign.<Campaign>list("state", CampaignState.OPEN).stream()
                .map(c -> c.slug)
                .toList();
        return Templates.guardDesk(
                new View(DeskPage.of("Guard", "guard", security), heaps, rules, places, campaigns, link));
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/guard")).build();
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

package org.demarche.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.mail.returned.ReturnedDesk;
import org.demarche.mission.Missions;

/** Letters to missions at the desk: ask for them, approve another's request, follow the answers. */
@Path("/desk/deliveries")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner"})
public class DeliveryDesk {

    /**
     * @param ready whether it has an address that a person verified within a year
     * @param silent whether a person found that it has no e-mail address
     * @param asked whether a letter to it waits, is on its way, or arrived
     */
    public record Choice(String code, String name, boolean ready, boolean silent, boolean asked) {}

    /** @param waiting supporters' own letters that one request would take */
    public record Offer(String slug, String title, List<Choice> missions, int waiting) {

        public boolean anyReady() {
            return missions.stream().anyMatch(Choice::ready);
        }
    }

    /** What was asked for and could not be taken, to be shown in its form again. */
    public record Asked(String slug, List<String> missions, String replyTo, List<String> problems) {}

    /** @param asked null where nothing was refused */
    public record View(DeskPage page, List<Offer> offers, List<PlanAtDesk> plans, Asked asked) {

        public boolean refused(String slug) {
            return asked != null && asked.slug().equals(slug);
        }

        /** What was ticked stays so; a fresh form has all ticked that can be sent and were not asked for. */
        public boolean ticked(String slug, Choice choice) {
            return refused(slug) ? asked.missions().contains(choice.code()) : choice.ready() && !choice.asked();
        }
    }

    @CheckedTemplate(basePath = "delivery")
    static class Templates {
        static native TemplateInstance desk(View view);

        static native TemplateInstance progress(PlanProgress progress);
    }

    private final Deliveries deliveries;
    private final PlanRetries retries;
    private final ReturnedDesk returned;
    private final Missions missions;
    private final DemarcheConfig config;
    private final Clock clock;

    DeliveryDesk(
            Deliveries deliveries,
            PlanRetries retries,
            ReturnedDesk returned,
            Missions missions,
            DemarcheConfig config,
            Clock clock) {
        this.deliveries = deliveries;
        this.retries = retries;
        this.returned = returned;
        this.missions = missions;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance list(@QueryParam("campaign") String slug, @Context SecurityContext security) {
        return page(slug, null, security);
    }

    private TemplateInstance page(String slug, Asked asked, SecurityContext security) {
        var now = clock.instant();
        var campaigns =
                slug == null ? Campaign.<Campaign>list("order by createdAt desc") : List.of(Campaign.named(slug));
        var offers = campaigns.stream()
                .filter(c -> c.state.mayDeliver())
                .map(c -> offer(c, now))
                .toList();
        var plans = campaigns.stream()
                .flatMap(c ->
                        DeliveryPlan.<DeliveryPlan>list("campaign = ?1 order by approval.askedAt desc", c).stream())
                .map(p -> plan(p, security.getUserPrincipal().getName()))
                .toList();
        return Templates.desk(
                new View(DeskPage.of("Letters to missions", "deliveries", security), offers, plans, asked));
    }

    @POST
    @Path("{slug}/ask")
    public Response ask(
            @PathParam("slug") String slug,
            @FormParam("mission") List<String> chosen,
            @FormParam("content") @DefaultValue("PETITION") String content,
            @FormParam("replyTo") @DefaultValue("") String replyTo,
            @Context SecurityContext security) {
        try {
            if (chosen == null || chosen.isEmpty()) {
                throw new BadInput("mission", "Tick at least one mission.");
            }
            deliveries.ask(
                    slug,
                    chosen,
                    DeliveryContent.of(content),
                    replyTo,
                    security.getUserPrincipal().getName());
            return back(slug);
        } catch (BadInput bad) {
            var problems = bad.problems().stream().map(Problem::message).toList();
            return refused(slug, chosen, replyTo, problems, 400, security);
        } catch (Refusal refusal) {
            return refused(slug, chosen, replyTo, List.of(refusal.getMessage()), refusal.status(), security);
        }
    }

    private Response refused(
            String slug,
            List<String> chosen,
            String replyTo,
            List<String> problems,
            int status,
            SecurityContext security) {
        var asked = new Asked(slug, chosen == null ? List.of() : chosen, replyTo, problems);
        return QuarkusTransaction.requiringNew()
                .call(() -> Response.status(status)
                        .entity(page(null, asked, security))
                        .build());
    }

    @POST
    @Path("{slug}/{id}/approve")
    @NeedsSecondFactor
    public Response approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        deliveries.approve(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("{slug}/{id}/{verb: pause|resume|cancel|retry|test}")
    public Response move(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            @PathParam("verb") String verb,
            @Context SecurityContext security) {
        var actor = security.getUserPrincipal().getName();
        switch (verb) {
            case "pause" -> deliveries.pause(slug, id, actor);
            case "resume" -> deliveries.resume(slug, id, actor);
            case "retry" -> retries.retry(slug, id, actor);
            case "test" -> retries.test(slug, id, actor);
            default -> deliveries.cancel(slug, id, actor);
        }
        return back(slug);
    }

    /** The part of the page that changes while letters leave. */
    @GET
    @Path("{slug}/{id}/progress")
    public TemplateInstance progress(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return Templates.progress(deliveries.progress(slug, id));
    }

    private static Response back(String slug) {
        return Response.seeOther(URI.create("/desk/deliveries?campaign=" + slug))
                .build();
    }

    private Offer offer(Campaign campaign, Instant now) {
        var asked = Delivery.missionsAsked(campaign);
        var choices = campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .map(m -> new Choice(
                        m.code(),
                        m.nameIn(Language.EN),
                        m.verifiedAddress(now).isPresent(),
                        m.verified(now).isPresent() && m.email().isEmpty(),
                        asked.contains(m.code())))
                .toList();
        return new Offer(campaign.slug, campaign.text(Language.EN).title(), choices, deliveries.waiting(campaign));
    }

    private PlanAtDesk plan(DeliveryPlan plan, String reader) {
        var spoken = new Spoken(Language.EN, plan.campaign.zoneId());
        var letters = Delivery.of(plan).stream()
                .map(d -> PlanAtDesk.Letter.of(
                        d,
                        missions.byCode(d.missionCode)
                                .map(m -> m.nameIn(Language.EN))
                                .orElse(d.missionCode),
                        returned.answers(d.id)))
                .toList();
        boolean fourEyes = config.needsSecondPerson();
        return new PlanAtDesk(
                plan.id,
                plan.campaign.slug,
                plan.campaign.text(Language.EN).title(),
                plan.state,
                plan.approval.askedBy(),
                spoken.moment(plan.approval.askedAt()),
                plan.approval.approvedBy(),
                plan.replyTo,
                fourEyes && plan.approval.isOf(reader),
                deliveries.progress(plan.campaign.slug, plan.id),
                letters);
    }
}

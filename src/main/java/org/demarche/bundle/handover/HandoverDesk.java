package org.demarche.bundle.handover;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.bundle.Bundle;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.WallClock;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Missions;

/** Where it is written down that a bundle was handed over, and how it ended. */
@Path("/desk/handovers/{slug}/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "exporter"})
public class HandoverDesk {

    /** One that is written down already. */
    public record Row(
            UUID id,
            String at,
            String place,
            String by,
            String channel,
            String tracking,
            Handover.Outcome outcome,
            String note,
            String reply,
            Language replyLanguage,
            boolean published) {}

    /** @param values as typed; {@code at} as the clock of the campaign's zone shows it */
    public record View(
            DeskPage page,
            String slug,
            UUID id,
            String mission,
            String zone,
            Map<String, String> values,
            List<Problem> problems,
            List<Row> before) {

        public String value(String field) {
            return values.getOrDefault(field, "");
        }

        /** In which a mission may reply. */
        public List<Language> languages() {
            return List.of(Language.values());
        }

        /** What is wrong with one field, or null. */
        public String problem(String field) {
            return problems.stream()
                    .filter(p -> p.field().equals(field))
                    .map(Problem::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance handover(View view);
    }

    private final Handovers handovers;
    private final HandoverNews news;
    private final Missions missions;
    private final Clock clock;

    HandoverDesk(Handovers handovers, HandoverNews news, Missions missions, Clock clock) {
        this.handovers = handovers;
        this.news = news;
        this.missions = missions;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance form(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        var wall = new WallClock(Campaign.named(slug).zoneId());
        return show(slug, id, Map.of("at", wall.write(clock.instant())), List.of(), security);
    }

    @POST
    public Response record(
            @PathParam("slug") String slug,
            @PathParam("id") UUID id,
            MultivaluedMap<String, String> posted,
            @Context SecurityContext security) {
        var values = new HashMap<String, String>();
        posted.forEach((field, all) -> values.put(field, all.getFirst()));
        try {
            var wall = QuarkusTransaction.requiringNew()
                    .call(() -> new WallClock(Campaign.named(slug).zoneId()));
            var form = new HandoverForm(
                    wall.first("at", values.getOrDefault("at", "")).toString(),
                    values.get("place"),
                    values.get("by"),
                    values.get("channel"),
                    values.get("outcome"),
                    values.get("note"),
                    values.get("tracking"),
                    values.get("reply"));
            var actor = security.getUserPrincipal().getName();
            QuarkusTransaction.requiringNew().run(() -> {
                var handover = handovers.record(slug, id, form, actor);
                if (values.containsKey("tell")) news.ask(handover, actor);
            });
            return Response.seeOther(URI.create("/desk/handovers/" + slug + "/" + id))
                    .build();
        } catch (BadInput bad) {
            return again(slug, id, values, bad.problems(), 400, security);
        } catch (Refusal refused) {
            return again(slug, id, values, List.of(new Problem("", refused.getMessage())), refused.status(), security);
        }
    }

    private Response again(
            String slug,
            UUID id,
            Map<String, String> values,
            List<Problem> problems,
            int status,
            SecurityContext security) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Response.status(status)
                        .entity(show(slug, id, values, problems, security))
                        .build());
    }

    private TemplateInstance show(
            String slug, UUID id, Map<String, String> values, List<Problem> problems, SecurityContext security) {
        var bundle = Bundle.named(slug, id);
        var spoken = new Spoken(Language.EN, bundle.campaign.zoneId());
        var mission = missions.byCode(bundle.missionCode);
        var itsOwn = mission.map(m -> Language.readIn(m.sendingState())).orElse(Language.EN);
        var before = Handover.<Handover>list("bundle = ?1 order by at", bundle).stream()
                .map(h -> row(h, spoken, itsOwn))
                .toList();
        return Templates.handover(new View(
                DeskPage.of("Record a handover", "bundles", security),
                slug,
                id,
                mission.map(m -> m.nameIn(Language.EN)).orElse(bundle.missionCode),
                spoken.zoneName(),
                values,
                problems,
                before));
    }

    /** @param likely the language of a reply whose language nobody said */
    private static Row row(Handover h, Spoken spoken, Language likely) {
        return new Row(
                h.id,
                spoken.moment(h.at),
                h.place,
                h.by,
                h.channel,
                h.tracking,
                h.outcome,
                h.note,
                h.reply,
                h.replyLanguage == null ? likely : h.replyLanguage,
                h.repliedInPublic());
    }
}

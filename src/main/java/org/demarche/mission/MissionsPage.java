package org.demarche.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The directory at the desk: who is where, how far each address can be trusted, and the form to verify one. */
@Path("/desk/missions")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MissionsPage {

    private final Missions missions;
    private final SecurityIdentity identity;
    private final Clock clock;

    MissionsPage(Missions missions, SecurityIdentity identity, Clock clock) {
        this.missions = missions;
        this.identity = identity;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "mission")
    static class Templates {
        static native TemplateInstance missions(MissionsView view);

        static native TemplateInstance mission(MissionView view);
    }

    /** One line of the table. */
    public record Row(Mission mission, String name, String place, String confidence, Standing standing) {}

    public record MissionsView(
            DeskPage page,
            boolean mayImport,
            List<Countries.Country> countries,
            String country,
            List<Row> rows,
            MissionMap map) {

        public boolean chosen(Countries.Country candidate) {
            return candidate.code().equals(country);
        }
    }

    public record MissionView(
            DeskPage page, Row row, boolean mayVerify, String email, String note, List<Problem> problems) {}

    @GET
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
    public TemplateInstance list(@RestQuery String country) {
        var now = clock.instant();
        var wanted = country == null || country.isBlank() ? null : country;
        var hosts = missions.list(null, null, null).stream()
                .map(l -> l.mission().hostCountry())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(code -> new Countries.Country(code, Countries.name(code, Language.EN)))
                .sorted(Comparator.comparing(Countries.Country::name))
                .toList();
        var rows = missions.list(null, wanted, null).stream()
                .map(l -> row(l.mission(), now))
                .toList();
        return Templates.missions(
                new MissionsView(frame("Missions"), mayVerify(), hosts, wanted, rows, MissionMap.of(rows)));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
    public TemplateInstance one(@RestPath String code) {
        var mission = found(code);
        return page(mission, mission.email(), "", List.of());
    }

    @POST
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"admin", "campaigner"})
    public Response verify(@RestPath String code, @RestForm String email, @RestForm String note) {
        try {
            missions.verify(code, email, note, identity.getPrincipal().getName());
            return Response.seeOther(URI.create("/desk/missions/" + code)).build();
        } catch (BadInput refused) {
            return Response.status(400)
                    .entity(page(found(code), email, note, refused.problems()))
                    .build();
        }
    }

    private TemplateInstance page(Mission mission, String email, String note, List<Problem> problems) {
        var row = row(mission, clock.instant());
        return Templates.mission(new MissionView(frame(row.name()), row, mayVerify(), email, note, problems));
    }

    private Mission found(String code) {
        return missions.byCode(code).orElseThrow(() -> Refusal.unknown("no mission " + code));
    }

    private boolean mayVerify() {
        return identity.hasRole("admin") || identity.hasRole("campaigner");
    }

    private DeskPage frame(String title) {
        return DeskPage.of(title, "missions", identity.getPrincipal().getName(), identity::hasRole);
    }

    private static Row row(Mission mission, Instant now) {
        return new Row(
                mission,
                mission.nameIn(Language.EN),
                mission.city(Language.EN) + ", " + Countries.name(mission.hostCountry(), Language.EN),
                mission.confidence().word(),
                Standing.of(mission, now));
    }
}

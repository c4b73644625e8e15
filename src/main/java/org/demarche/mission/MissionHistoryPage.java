package org.demarche.mission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.jboss.resteasy.reactive.RestPath;

/** What became of one mission's entry: who changed which value when, and who verified it. */
@Path("/desk/missions/{code}/history")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MissionHistoryPage {

    private static final Spoken UTC = new Spoken(Language.EN, ZoneOffset.UTC);

    /**
     * One deed.
     *
     * @param verified the address that was found right, empty where there is none; null where the deed is a change
     * @param note how it was found right
     * @param added whether the mission came into the directory by this
     */
    public record Deed(
            Instant at,
            String when,
            String by,
            String verified,
            String note,
            boolean added,
            List<MissionRow.Difference> differences) {}

    public record View(DeskPage page, String code, String name, List<Deed> deeds) {}

    @CheckedTemplate(basePath = "mission")
    static class Templates {
        static native TemplateInstance history(View view);
    }

    private final Missions missions;
    private final SecurityIdentity identity;

    MissionHistoryPage(Missions missions, SecurityIdentity identity) {
        this.missions = missions;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
    @Transactional
    public TemplateInstance look(@RestPath String code) {
        var mission = missions.byCode(code).orElseThrow(() -> Refusal.unknown("no mission " + code));
        var deeds = new ArrayList<Deed>();
        for (var change : MissionChange.of(code)) {
            var difference = new MissionRow.Difference(change.field, change.was, change.now);
            var last = deeds.isEmpty() ? null : deeds.getLast();
            if (last != null && last.at().equals(change.at) && last.by().equals(change.by)) {
                last.differences().add(difference);
            } else {
                boolean added = change.field.equals(MissionChange.ADDED);
                var values = new ArrayList<>(added ? List.<MissionRow.Difference>of() : List.of(difference));
                deeds.add(new Deed(change.at, when(change.at), change.by, null, null, added, values));
            }
        }
        for (var v : mission.verifications) {
            deeds.add(new Deed(v.at, when(v.at), v.by, v.email, v.note, false, List.of()));
        }
        deeds.sort(Comparator.comparing(Deed::at).reversed());
        var frame = DeskPage.of(
                "History of a mission", "missions", identity.getPrincipal().getName(), identity::hasRole);
        return Templates.history(new View(frame, code, mission.nameIn(Language.EN), deeds));
    }

    private static String when(Instant moment) {
        return UTC.day(moment) + ", " + UTC.time(moment);
    }
}

package org.demarche.mission;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.demarche.common.Items;
import org.demarche.common.Paging;
import org.demarche.common.Refusal;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The directory for programs: public look-up, import and verification by staff. */
@Path("/api/v1/missions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MissionApi {

    private final Missions missions;
    private final MissionImport imports;
    private final SecurityIdentity identity;
    private final Clock clock;

    MissionApi(Missions missions, MissionImport imports, SecurityIdentity identity, Clock clock) {
        this.missions = missions;
        this.imports = imports;
        this.identity = identity;
        this.clock = clock;
    }

    /** What a person found when looking an address up; an empty e-mail: that the mission has none. */
    public record Found(String email, String note) {}

    @GET
    @PermitAll
    public Items<MissionItem> list(
            @RestQuery String sendingState,
            @RestQuery String country,
            @RestQuery String region,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("100") int size) {
        var paging = new Paging(page, size);
        var found = missions.list(sendingState, country, region);
        var now = clock.instant();
        var items = found.stream()
                .skip((long) paging.page() * paging.size())
                .limit(paging.size())
                .map(listed -> MissionItem.of(listed, !identity.isAnonymous(), now))
                .toList();
        return new Items<>(items, found.size());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
    public MissionItem.Whole one(@RestPath String code) {
        return missions.byCode(code)
                .map(mission -> MissionItem.Whole.of(mission, clock.instant()))
                .orElseThrow(() -> Refusal.unknown("no mission " + code));
    }

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @RolesAllowed({"admin", "campaigner"})
    public MissionImport.Report take(byte[] csv, @RestQuery boolean dryRun) {
        return dryRun
                ? imports.compare(csv)
                : imports.take(csv, identity.getPrincipal().getName());
    }

    @POST
    @Path("/{code}/verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "campaigner"})
    public MissionItem.Whole verify(@RestPath String code, @NotNull Found found) {
        var mission = missions.verify(
                code, found.email(), found.note(), identity.getPrincipal().getName());
        return MissionItem.Whole.of(mission, clock.instant());
    }
}

package org.demarche.staff.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;

/** The audit trail for programs. */
@Path("/api/v1/audit")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditApi {

    public record Item(long seq, Instant at, String actor, String action, String subject, String detail) {
        static Item of(AuditEntry e) {
            return new Item(e.seq, e.at, e.actor, e.action, e.subject, e.detail);
        }
    }

    /**
     * A page of the trail, newest first.
     *
     * @param intact whether the entries of this page are as written; the whole trail: {@code /api/v1/audit/verification}
     */
    public record Items(List<Item> items, long total, boolean intact) {}

    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    public Items list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        var entries = trail.newest(page, size);
        return new Items(entries.stream().map(Item::of).toList(), trail.size(), AuditTrail.chained(entries));
    }

    /** Reads the whole trail, which takes about a second for each hundred thousand entries. */
    @GET
    @Path("verification")
    public AuditTrail.Verdict verify() {
        return trail.verify();
    }
}

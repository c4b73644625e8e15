package org.demarche.staff.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.demarche.staff.Desk;

/** The audit trail for people. */
@Path("/desk/audit")
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuditPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance audit(AuditView view);
    }

    /** As many as one reads in one sitting. */
    private static final int SIZE = 50;

    private final AuditTrail trail;
    private final SecurityIdentity identity;

    AuditPage(AuditTrail trail, SecurityIdentity identity) {
        this.trail = trail;
        this.identity = identity;
    }

    @GET
    public TemplateInstance read(@QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page) {
        return show(page, null);
    }

    @POST
    @Path("verify")
    public TemplateInstance verify() {
        return show(0, trail.verify());
    }

    private TemplateInstance show(int page, AuditTrail.Verdict verdict) {
        return Templates.audit(new AuditView(
                Desk.page("Audit trail", "audit", identity),
                trail.newest(page, SIZE),
                trail.size(),
                page,
                SIZE,
                verdict));
    }
}

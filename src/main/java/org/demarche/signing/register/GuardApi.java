package org.demarche.signing.register;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Items;
import org.demarche.signing.guard.Booths;
import org.demarche.signing.guard.DomainPattern;
import org.demarche.signing.guard.DomainRules;

/** The guard over REST: what it holds, the rules for mail domains, and booths. */
@Path("/api/v1/guard")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"admin", "moderator"})
public class GuardApi {

    public record Rule(String pattern, String rule, String note) {}

    public record BoothForm(String campaign, String place, int hours) {}

    public record BoothView(UUID id, String campaign, String place, Instant closesAt, String url) {}

    private static final int HEAPS_SHOWN = 500;

    private final HeldSignatures held;
    private final DomainRules domains;
    private final Booths booths;
    private final DemarcheConfig config;

    GuardApi(HeldSignatures held, DomainRules domains, Booths booths, DemarcheConfig config) {
        this.held = held;
        this.domains = domains;
        this.booths = booths;
        this.config = config;
    }

    @GET
    @Path("held")
    public List<HeldSignatures.Heap> held() {
        return held.heaps(HEAPS_SHOWN);
    }

    @GET
    @Path("domains")
    @Transactional
    public Items<Rule> domains() {
        var all = DomainPattern.all().stream()
                .map(p -> new Rule(p.pattern, p.rule.name(), p.note))
                .toList();
        return new Items<>(all, all.size());
    }

    @PUT
    @Path("domains")
    @Consumes(MediaType.APPLICATION_JSON)
    public Rule put(Rule rule, @Context SecurityContext security) {
        if (rule == null) {
            throw new BadInput("pattern", "a JSON body is needed");
        }
        var p = domains.put(rule.pattern(), rule.rule(), rule.note(), actor(security));
        return new Rule(p.pattern, p.rule.name(), p.note);
    }

    @DELETE
    @Path("domains/{pattern}")
    public void remove(@PathParam("pattern") String pattern, @Context SecurityContext security) {
        domains.remove(pattern, actor(security));
    }

    @POST
    @Path("booths")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response open(BoothForm form, @Context SecurityContext security) {
        if (form == null || form.campaign() == null) {
            throw new BadInput("campaign", "name the campaign");
        }
        var slug = Campaign.publicNamed(form.campaign()).slug;
        var opened = booths.open(slug, form.place(), form.hours(), actor(security));
        var b = opened.booth();
        var url = config.baseUrl() + "/booth/" + opened.token().value();
        return Response.status(201)
                .entity(new BoothView(b.id, b.campaign, b.place, b.closesAt, url))
                .build();
    }

    @DELETE
    @Path("booths/{id}")
    public void close(@PathParam("id") UUID id, @Context SecurityContext security) {
        booths.close(id, actor(security));
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

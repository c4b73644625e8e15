package org.demarche.signing.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Paging;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/** The signatures at the desk: look through, find a mailbox, hold, release and reject many at once, take it back. */
@Path("/desk/signatures/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
public class SignaturesDesk {

    /** As many as one judges with one look at what they have in common. */
    private static final int BULK_MAX = 1_000;

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance deskSignatures(SignaturesView view);
    }

    private final SignatureRegister register;
    private final Judging judging;
    private final Vault vault;
    private final Event<Audited> audit;

    SignaturesDesk(SignatureRegister register, Judging judging, Vault vault, Event<Audited> audit) {
        this.register = register;
        this.judging = judging;
        this.vault = vault;
        this.audit = audit;
    }

    @GET
    public TemplateInstance list(
            @PathParam("slug") String slug,
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("country") @DefaultValue("") String country,
            @QueryParam("page") @DefaultValue("0") int page,
            @Context SecurityContext security) {
        return show(slug, new SignaturesView.Asked(status, country, "", "", ""), page, List.of(), null, null, security);
    }

    /** Looks for one mailbox; by POST, so that the address stands in no history and no log. */
    @POST
    @Path("find")
    @RolesAllowed({"admin", "exporter"})
    public Response find(
            @PathParam("slug") String slug,
            @FormParam("email") @DefaultValue("") String email,
            @Context SecurityContext security) {
        var asked = new SignaturesView.Asked("", "", email, "", "");
        try {
            return Response.ok(show(slug, asked, 0, List.of(), null, null, security))
                    .build();
        } catch (BadInput bad) {
            var nobody = new SignaturesView.Asked("", "", "", "", "");
            return Response.status(400)
                    .entity(show(slug, nobody, 0, List.of(), null, "This is no e-mail address.", security))
                    .build();
        }
    }

    /** Looks for one name, as it was written but for case, width and blanks; by POST like an address. */
    @POST
    @Path("find-name")
    public TemplateInstance findName(
            @PathParam("slug") String slug,
            @FormParam("name") @DefaultValue("") String name,
            @Context SecurityContext security) {
        var asked = new SignaturesView.Asked("", "", "", name, "");
        return show(slug, asked, 0, List.of(), null, null, security);
    }

    @POST
    @Path("judge")
    @RolesAllowed({"admin", "moderator"})
    public Response judge(
            @PathParam("slug") String slug,
            @FormParam("id") List<UUID> ticked,
            @FormParam("all") String all,
            @FormParam("verdict") @DefaultValue("") String verdict,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("status") @DefaultValue("") String status,
            @FormParam("country") @DefaultValue("") String country,
            @Context SecurityContext security) {
        var asked = new SignaturesView.Asked(status, country, "", "", reason);
        var ids = ticked == null ? List.<UUID>of() : ticked;
        try {
            var which = Arrays.stream(Judging.Verdict.values())
                    .filter(v -> v.name().equals(verdict))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("verdict", "Choose hold, release or reject."));
            var chosen = all == null ? ids : matching(slug, asked);
            if (chosen.isEmpty()) {
                throw new BadInput("id", "Tick at least one signature.");
            }
            if (reason.isBlank()) {
                throw new BadInput("reason", "Say why; it stands in the trail.");
            }
            var outcome = judging.judge(slug, chosen, which, reason, actor(security));
            var fresh = new SignaturesView.Asked(status, country, "", "", "");
            return Response.ok(show(slug, fresh, 0, List.of(), done(which, outcome), null, security))
                    .build();
        } catch (BadInput bad) {
            var problem = bad.problems().getFirst().message();
            return Response.status(400)
                    .entity(show(slug, asked, 0, ids, null, problem, security))
                    .build();
        }
    }

    @POST
    @Path("undo")
    @RolesAllowed({"admin", "moderator"})
    public TemplateInstance undo(
            @PathParam("slug") String slug,
            @FormParam("before") List<String> before,
            @Context SecurityContext security) {
        var was = (before == null ? Stream.<String>of() : before.stream().limit(BULK_MAX))
                .map(Judging.Before::read)
                .toList();
        var outcome = judging.undo(slug, was, actor(security));
        var words = outcome.changed().size() + " taken back" + skipped(outcome) + ".";
        var anything = new SignaturesView.Asked("", "", "", "", "");
        return show(slug, anything, 0, List.of(), new SignaturesView.Done(words, List.of()), null, security);
    }

    private List<UUID> matching(String slug, SignaturesView.Asked asked) {
        return QuarkusTransaction.requiringNew()
                .call(() -> register.find(Campaign.named(slug), filter(asked)).page(0, BULK_MAX).stream()
                        .map(s -> s.id)
                        .toList());
    }

    private static SignaturesView.Done done(Judging.Verdict verdict, Judging.Outcome outcome) {
        var deed = switch (verdict) {
            case HOLD -> " held";
            case RELEASE -> " released";
            case REJECT -> " rejected";
        };
        return new SignaturesView.Done(
                outcome.changed().size() + deed + skipped(outcome) + ".",
                outcome.changed().stream().map(Object::toString).toList());
    }

    private static String skipped(Judging.Outcome outcome) {
        return outcome.skipped() == 0
                ? ""
                : ", " + outcome.skipped() + " left as they are: their state does not allow it";
    }

    private static SignatureRegister.Filter filter(SignaturesView.Asked asked) {
        var status = Arrays.stream(SignatureStatus.values())
                .filter(s -> s.name().equals(asked.status()))
                .findFirst()
                .orElse(null);
        var country = asked.country().strip().toUpperCase(Locale.ROOT);
        return new SignatureRegister.Filter(
                status,
                null,
                null,
                country.isEmpty() ? null : country,
                asked.email().isBlank() ? null : asked.email(),
                asked.name().isBlank() ? null : asked.name());
    }

    private TemplateInstance show(
            String slug,
            SignaturesView.Asked asked,
            int page,
            List<UUID> ticked,
            SignaturesView.Done done,
            String problem,
            SecurityContext security) {
        var paging = new Paging(page, SignaturesView.SIZE);
        return QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.named(slug);
            var found = register.find(campaign, filter(asked));
            var spoken = new Spoken(Language.EN, campaign.zoneId());
            var rows = found.page(paging.page(), paging.size()).stream()
                    .map(s -> SignaturesView.Row.of(s, opened(s), spoken, ticked.contains(s.id)))
                    .toList();
            if (!rows.isEmpty()) {
                audit.fire(new Audited(actor(security), "signature.view", slug, rows.size() + " opened"));
            }
            return Templates.deskSignatures(new SignaturesView(
                    DeskPage.of("Signatures", "campaigns", security),
                    slug,
                    campaign.text(Language.EN).title(),
                    asked,
                    rows,
                    found.count(),
                    paging.page(),
                    security.isUserInRole("admin") || security.isUserInRole("moderator"),
                    security.isUserInRole("admin") || security.isUserInRole("exporter"),
                    security.isUserInRole("admin") || security.isUserInRole("campaigner"),
                    done,
                    problem));
        });
    }

    private Person opened(Signature s) {
        return s.sealedPerson == null ? null : s.person(vault);
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

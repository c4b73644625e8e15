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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Paging;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Words;

/** Comments and public names at the desk: read before anybody else sees them. */
@Path("/desk/comments/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "moderator"})
public class CommentsDesk {

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance comments(CommentsView view);
    }

    /** What the reader chose and typed. */
    private record Asked(Words state, int page, List<UUID> ticked, String reason) {}

    private final Comments comments;
    private final Event<Audited> audit;

    CommentsDesk(Comments comments, Event<Audited> audit) {
        this.comments = comments;
        this.audit = audit;
    }

    @GET
    public TemplateInstance read(
            @PathParam("slug") String slug,
            @QueryParam("state") @DefaultValue("UNREAD") String state,
            @QueryParam("page") @DefaultValue("0") int page,
            @Context SecurityContext security) {
        return show(slug, new Asked(words(state), page, List.of(), ""), null, null, security);
    }

    @POST
    @Path("judge")
    public Response judge(
            @PathParam("slug") String slug,
            @FormParam("state") @DefaultValue("UNREAD") String state,
            @FormParam("id") List<UUID> ticked,
            @FormParam("verdict") @DefaultValue("") String verdict,
            @FormParam("reason") @DefaultValue("") String reason,
            @Context SecurityContext security) {
        var ids = ticked == null ? List.<UUID>of() : ticked;
        try {
            if (ids.isEmpty()) {
                throw new BadInput("id", "Tick at least one line.");
            }
            var chosen = Optional.of(words(verdict))
                    .filter(v -> v != Words.UNREAD)
                    .orElseThrow(() -> new BadInput("verdict", "Choose whether it may be shown."));
            if (chosen == Words.REFUSED && reason.isBlank()) {
                throw new BadInput("reason", "Say why it is not shown; it stands in the trail.");
            }
            int judged = comments.judge(slug, ids, chosen, reason, actor(security));
            var done = judged + (chosen == Words.CLEARED ? " may be shown." : " will not be shown.");
            return Response.ok(show(slug, new Asked(words(state), 0, List.of(), ""), done, null, security))
                    .build();
        } catch (BadInput bad) {
            var problem = bad.problems().getFirst().message();
            return Response.status(400)
                    .entity(show(slug, new Asked(words(state), 0, ids, reason), null, problem, security))
                    .build();
        }
    }

    private static Words words(String name) {
        return List.of(Words.values()).stream()
                .filter(words -> words.name().equals(name))
                .findFirst()
                .orElse(Words.UNREAD);
    }

    private TemplateInstance show(String slug, Asked asked, String done, String problem, SecurityContext security) {
        var paging = new Paging(asked.page(), CommentsView.SIZE);
        return QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.named(slug);
            var found = comments.in(asked.state(), slug, paging);
            var spoken = new Spoken(Language.EN, campaign.zoneId());
            if (!found.items().isEmpty()) {
                audit.fire(new Audited(
                        actor(security), "comment.view", slug, found.items().size() + " opened"));
            }
            return Templates.comments(new CommentsView(
                    DeskPage.of("Comments and names", "campaigns", security),
                    slug,
                    campaign.text(Language.EN).title(),
                    asked.state(),
                    found.items().stream()
                            .map(waiting -> row(waiting, spoken, asked.ticked()))
                            .toList(),
                    found.total(),
                    paging.page(),
                    asked.reason(),
                    done,
                    problem));
        });
    }

    private static CommentsView.Row row(Comments.Waiting waiting, Spoken spoken, List<UUID> ticked) {
        return new CommentsView.Row(
                waiting.id(),
                waiting.name(),
                waiting.comment() == null ? "" : waiting.comment(),
                shown(waiting),
                spoken.day(waiting.at()) + ", " + spoken.time(waiting.at()),
                ticked.contains(waiting.id()));
    }

    /** A comment is printed beside a name or initials only. */
    private static String shown(Comments.Waiting waiting) {
        boolean printed = waiting.comment() != null
                && (waiting.disclosure() == Disclosure.FULL || waiting.disclosure() == Disclosure.INITIALS);
        if (waiting.publicName()) {
            return printed ? "name on the page, comment on the sheets" : "name on the page";
        }
        return printed ? "comment on the sheets" : "nowhere as they chose now";
    }

    private static String actor(SecurityContext security) {
        return security.getUserPrincipal().getName();
    }
}

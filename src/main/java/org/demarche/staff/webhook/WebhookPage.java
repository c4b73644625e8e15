package org.demarche.staff.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.staff.Desk;

/** Which other systems are told, and how they answered. */
@Path("/desk/webhooks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class WebhookPage {

    public record Row(UUID id, String url, String topics, String madeBy) {}

    /** @param style of the outcome word */
    public record CallRow(
            String at, String event, String url, int attempts, String answer, String words, String style) {}

    /** @param secret of the one that was just made, shown this once; else null */
    public record View(
            DeskPage page,
            List<Row> rows,
            List<CallRow> calls,
            List<Topic> topics,
            String secret,
            String url,
            List<String> chosen,
            Problem problem) {

        public boolean ticked(Topic topic) {
            return chosen.contains(topic.tag());
        }
    }

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance webhooks(View view);
    }

    private static final Spoken SPOKEN = new Spoken(Language.EN, ZoneOffset.UTC);

    private final Webhooks webhooks;
    private final SecurityIdentity identity;

    WebhookPage(Webhooks webhooks, SecurityIdentity identity) {
        this.webhooks = webhooks;
        this.identity = identity;
    }

    @GET
    public TemplateInstance list() {
        return show(null, "", List.of(), null);
    }

    @POST
    public Response add(@FormParam("url") @DefaultValue("") String url, @FormParam("topics") List<String> topics) {
        try {
            var secret = webhooks.add(url.strip(), topics, actor());
            return Response.ok(show(secret, "", List.of(), null)).build();
        } catch (BadInput bad) {
            return Response.status(400)
                    .entity(show(null, url, topics, bad.problems().getFirst()))
                    .build();
        }
    }

    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") UUID id) {
        webhooks.test(id, actor());
        return back();
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@PathParam("id") UUID id) {
        webhooks.remove(id, actor());
        return back();
    }

    private TemplateInstance show(String secret, String url, List<String> chosen, Problem problem) {
        var rows = webhooks.all().stream()
                .map(h -> new Row(h.id, h.url, h.topics.replace(" ", ", "), h.madeBy))
                .toList();
        var calls = webhooks.calls().stream().map(WebhookPage::row).toList();
        return Templates.webhooks(new View(
                Desk.page("Webhooks", "settings", identity),
                rows,
                calls,
                List.of(Topic.values()),
                secret,
                url,
                chosen,
                problem));
    }

    private static CallRow row(WebhookCall c) {
        return new CallRow(
                SPOKEN.day(c.madeAt) + ", " + SPOKEN.time(c.madeAt),
                c.event,
                c.webhook.url,
                c.attempts,
                c.lastAnswer == null ? "" : c.lastAnswer,
                switch (c.state) {
                    case WAITING -> c.attempts == 0 ? "○ waiting" : "○ to be tried again";
                    case TAKEN -> "✓ taken";
                    case GIVEN_UP -> "✕ given up";
                },
                switch (c.state) {
                    case WAITING -> "wait";
                    case TAKEN -> "ok";
                    case GIVEN_UP -> "no";
                });
    }

    private static Response back() {
        return Response.seeOther(URI.create("/desk/webhooks")).build();
    }

    private String actor() {
        return identity.getPrincipal().getName();
    }
}

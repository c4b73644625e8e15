package org.demarche.signing.news;

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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;

/** Writes to those who asked for news; another person agrees before it leaves. */
@Path("/desk/news")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "campaigner"})
@RunOnVirtualThread
public class NewsPage {

    /** @param mine whether the person at the desk asked for it and so cannot approve it */
    public record Item(
            UUID id,
            String subject,
            String body,
            String languages,
            String state,
            String askedBy,
            NewsState at,
            boolean mine,
            long queued) {

        public boolean waits() {
            return at == NewsState.AWAITING_APPROVAL;
        }

        public boolean moves() {
            return at.moves();
        }

        public boolean paused() {
            return at == NewsState.PAUSED;
        }
    }

    /**
     * @param readers who would get an update now
     * @param typed what was typed and not taken, by field; empty for a new form
     * @param problem why it was not taken; null for none
     */
    public record View(
            DeskPage page,
            String slug,
            String title,
            long readers,
            List<Item> updates,
            List<Language> languages,
            Map<String, String> typed,
            String problem) {

        public String subject(Language language) {
            return typed.getOrDefault("subject-" + language.tag(), "");
        }

        public String body(Language language) {
            return typed.getOrDefault("body-" + language.tag(), "");
        }
    }

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance news(View view);
    }

    private final News news;
    private final NewsWave wave;
    private final DemarcheConfig config;

    NewsPage(News news, NewsWave wave, DemarcheConfig config) {
        this.news = news;
        this.wave = wave;
        this.config = config;
    }

    @GET
    @Path("/{slug}")
    @Transactional
    public TemplateInstance show(@PathParam("slug") String slug, @Context SecurityContext security) {
        return page(slug, Map.of(), null, security);
    }

    private TemplateInstance page(String slug, Map<String, String> typed, String problem, SecurityContext security) {
        var campaign = Campaign.named(slug);
        return Templates.news(new View(
                DeskPage.of("News to signers", "campaigns", security),
                slug,
                campaign.text(Language.EN).title(),
                news.readers(campaign),
                NewsUpdate.of(campaign).stream()
                        .map(update -> item(update, security.getUserPrincipal().getName()))
                        .toList(),
                List.of(Language.values()),
                typed,
                problem));
    }

    @POST
    @Path("/{slug}/ask")
    public Response ask(
            @PathParam("slug") String slug, MultivaluedMap<String, String> form, @Context SecurityContext security) {
        var typed = new HashMap<String, String>();
        Map<Language, NewsUpdate.Words> texts = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            var words = new NewsUpdate.Words(
                    typed(form, "subject-" + language.tag()), typed(form, "body-" + language.tag()));
            typed.put("subject-" + language.tag(), words.subject());
            typed.put("body-" + language.tag(), words.body());
            if (!words.subject().isBlank() || !words.body().isBlank()) {
                texts.put(language, words);
            }
        }
        try {
            news.ask(slug, texts, security.getUserPrincipal().getName());
            return back(slug);
        } catch (BadInput bad) {
            var first = bad.problems().getFirst();
            var why = first.field() + ": " + first.message();
            return QuarkusTransaction.requiringNew()
                    .call(() -> Response.status(400)
                            .entity(page(slug, typed, why, security))
                            .build());
        }
    }

    @POST
    @Path("/{slug}/{id}/approve")
    @NeedsSecondFactor
    public Response approve(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        news.approve(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("/{slug}/{id}/cancel")
    public Response cancel(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        news.cancel(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("/{slug}/{id}/pause")
    public Response pause(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        wave.pause(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("/{slug}/{id}/resume")
    public Response resume(
            @PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        wave.resume(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    @POST
    @Path("/{slug}/{id}/stop")
    public Response stop(@PathParam("slug") String slug, @PathParam("id") UUID id, @Context SecurityContext security) {
        wave.stop(slug, id, security.getUserPrincipal().getName());
        return back(slug);
    }

    private Item item(NewsUpdate update, String reader) {
        var words = update.in(Language.EN);
        return new Item(
                update.id,
                words.subject(),
                words.body(),
                String.join(
                        ", ", update.texts.keySet().stream().map(Language::tag).toList()),
                update.state.word(),
                update.approval.askedBy(),
                update.state,
                config.needsSecondPerson() && update.approval.isOf(reader),
                update.queued);
    }

    private static String typed(MultivaluedMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    private static Response back(String slug) {
        return Response.seeOther(URI.create("/desk/news/" + slug)).build();
    }
}

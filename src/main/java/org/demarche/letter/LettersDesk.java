package org.demarche.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Slug;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.letter.LetterEditing.Fault;
import org.demarche.letter.LetterEditing.Form;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Letters at the desk: what there is, who changed what, and the editor with its preview. */
@Path("/desk/letters")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({"admin", "campaigner", "moderator", "exporter"})
public class LettersDesk {

    /** The preview on paper stands in a frame of this page; the site's own policy knows no frames. */
    private static final String WITH_FRAME = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " frame-src 'self' blob:";

    private static final String IN_FRAME = "default-src 'none'; frame-ancestors 'self'";

    public record Item(Letter letter, String title, List<Language> complete) {}

    public record ListView(DeskPage page, List<Item> letters, List<Language> languages, boolean mayWrite) {}

    /** @param languages the changed ones, by name */
    public record Saved(int version, String author, String when, List<String> languages) {}

    /** @param rows null where nothing is compared */
    public record VersionsView(
            DeskPage page,
            Letter letter,
            List<Gap> gaps,
            List<Saved> versions,
            List<Language> others,
            int from,
            int to,
            Language compared,
            List<LetterDiff.Row> rows) {}

    @CheckedTemplate(basePath = "letter")
    static class Templates {
        static native TemplateInstance letters(ListView view);

        static native TemplateInstance versions(VersionsView view);

        static native TemplateInstance edit(LetterEditing.View view);
    }

    private final Letters letters;
    private final LetterHistory history;
    private final LetterEditor editor;
    private final SecurityIdentity identity;

    LettersDesk(Letters letters, LetterHistory history, LetterEditor editor, SecurityIdentity identity) {
        this.letters = letters;
        this.history = history;
        this.editor = editor;
        this.identity = identity;
    }

    @GET
    public Response list(@RestQuery String start, @RestQuery String language) {
        if (start != null && !start.isBlank()) {
            var tag = language == null || language.isBlank() ? "en" : language;
            return seeOther("/desk/letters/" + new Slug(start.strip()).value() + "/" + tag);
        }
        var items = letters.all().stream()
                .map(letter -> new Item(letter, letter.nearest(Language.EN).title(), letter.complete()))
                .toList();
        return Response.ok(Templates.letters(
                        new ListView(frame("Letters"), items, List.of(Language.values()), mayWrite())))
                .build();
    }

    @GET
    @Path("/{key}")
    public TemplateInstance versions(
            @RestPath String key, @RestQuery Integer from, @RestQuery Integer to, @RestQuery String language) {
        var letter = letters.current(key);
        var newest = to == null ? letter.version() : to;
        var before = from == null ? Math.max(1, newest - 1) : from;
        var compared = Language.find(language == null ? "" : language)
                .orElse(letter.languages().getFirst());
        var spoken = new Spoken(Language.EN, ZoneOffset.UTC);
        var versions = history.of(key).stream()
                .map(e -> new Saved(
                        e.version(),
                        e.author(),
                        spoken.day(e.savedAt()) + ", " + spoken.time(e.savedAt()),
                        e.changed().stream().map(Language::nativeName).toList()))
                .toList();
        var rows = from == null && to == null
                ? null
                : LetterDiff.rows(
                        history.source(key, before, compared).orElse(""),
                        history.source(key, newest, compared).orElse(""));
        var others = List.of(Language.values()).stream()
                .filter(l -> !letter.languages().contains(l))
                .toList();
        return Templates.versions(new VersionsView(
                frame(letter.nearest(Language.EN).title()),
                letter,
                letter.gaps(),
                versions,
                mayWrite() ? others : List.of(),
                before,
                newest,
                compared,
                rows));
    }

    @GET
    @Path("/{key}/{language}")
    public TemplateInstance edit(
            @RestPath String key, @RestPath String language, @RestQuery Integer version, HttpServerRequest request) {
        framed(request, WITH_FRAME);
        return Templates.edit(editor.begin(frame(key), mayWrite(), key, language(language), version));
    }

    @POST
    @Path("/{key}/{language}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"admin", "campaigner"})
    public Response write(
            @RestPath String key,
            @RestPath String language,
            MultivaluedMap<String, String> posted,
            HttpServerRequest request) {
        framed(request, WITH_FRAME);
        var form = Form.of(posted);
        var tongue = language(language);
        var faults = "save".equals(posted.getFirst("action"))
                ? editor.save(key, tongue, form, identity.getPrincipal().getName())
                : List.<Fault>of();
        if (faults.isEmpty() && "save".equals(posted.getFirst("action"))) {
            return seeOther("/desk/letters/" + key);
        }
        var view = editor.show(frame(key), key, tongue, form, faults);
        return Response.status(view.faults().isEmpty() ? 200 : 400)
                .entity(Templates.edit(view))
                .build();
    }

    @GET
    @Path("/{key}/{language}/paper")
    public Response savedPaper(@RestPath String key, @RestPath String language, HttpServerRequest request) {
        framed(request, IN_FRAME);
        return editor.paper(key, language(language));
    }

    @POST
    @Path("/{key}/{language}/paper")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"admin", "campaigner"})
    public Response paper(
            @RestPath String key,
            @RestPath String language,
            MultivaluedMap<String, String> posted,
            HttpServerRequest request) {
        framed(request, IN_FRAME);
        return editor.paper(language(language), Form.of(posted));
    }

    private static void framed(HttpServerRequest request, String policy) {
        request.response().putHeader("Content-Security-Policy", policy);
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static Language language(String tag) {
        return Language.find(tag).orElseThrow(() -> Refusal.unknown("no language " + tag));
    }

    private boolean mayWrite() {
        return identity.hasRole("admin") || identity.hasRole("campaigner");
    }

    private DeskPage frame(String title) {
        return DeskPage.of(title, "letters", identity.getPrincipal().getName(), identity::hasRole);
    }
}

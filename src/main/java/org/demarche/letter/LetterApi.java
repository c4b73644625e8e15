package org.demarche.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.demarche.common.BadInput;
import org.demarche.common.Items;
import org.demarche.common.Language;
import org.demarche.common.Paging;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfRenderer;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Letter texts for staff programs: the list, saving one language, and previews. */
@Path("/api/v1/letters")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LetterApi {

    private final Letters letters;
    private final LetterSamples samples;
    private final Organisation organisation;
    private final PdfRenderer pdf;
    private final SecurityIdentity identity;
    private final Clock clock;

    LetterApi(
            Letters letters,
            LetterSamples samples,
            Organisation organisation,
            PdfRenderer pdf,
            SecurityIdentity identity,
            Clock clock) {
        this.letters = letters;
        this.samples = samples;
        this.organisation = organisation;
        this.pdf = pdf;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A letter in the list.
     *
     * @param complete the languages that lack nothing which the others have
     * @param fields those that any of its languages uses
     */
    public record Item(
            String key,
            int version,
            List<Language> languages,
            List<Language> complete,
            List<Gap> gaps,
            Map<String, String> titles,
            List<String> fields) {

        static Item of(Letter letter) {
            return new Item(
                    letter.key(),
                    letter.version(),
                    letter.languages(),
                    letter.complete(),
                    letter.gaps(),
                    letter.titles(),
                    letter.texts().values().stream()
                            .flatMap(text -> text.fields().stream())
                            .distinct()
                            .toList());
        }
    }

    /** @param gaps what now lacks in one of the letter's languages */
    public record Saved(String key, Language language, int version, List<String> fields, List<Gap> gaps) {}

    /** Values for a preview, nested as letters name them; none for the sample's. */
    public record Preview(Map<String, Object> fields) {}

    /** RFC 9457, with the place in the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FaultDocument(
            String type, String title, int status, String detail, int line, int column, List<Problem> violations) {}

    @GET
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
    public Items<Item> list(@RestQuery @DefaultValue("0") int page, @RestQuery @DefaultValue("100") int size) {
        var paging = new Paging(page, size);
        var all = letters.all();
        return new Items<>(
                all.stream()
                        .skip((long) paging.page() * paging.size())
                        .limit(paging.size())
                        .map(Item::of)
                        .toList(),
                all.size());
    }

    @PUT
    @Path("/{key}/{language}")
    @Consumes({"text/markdown", MediaType.TEXT_PLAIN})
    @RolesAllowed({"admin", "campaigner"})
    public Saved save(@RestPath String key, @RestPath String language, byte[] file) {
        if (file.length > LetterText.LONGEST) {
            throw new WebApplicationException(tooLong(file.length));
        }
        var tongue = language(language);
        try {
            var letter = letters.save(
                    key, tongue, text(file), identity.getPrincipal().getName());
            return new Saved(
                    key, tongue, letter.version(), letter.texts().get(tongue).fields(), letter.gaps());
        } catch (LetterFault fault) {
            throw new WebApplicationException(response(fault));
        }
    }

    @POST
    @Path("/{key}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/plain;charset=UTF-8")
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
    public Response previewText(
            @RestPath String key, @RestPath String language, @RestQuery String second, Preview preview) {
        var letter = draft(key, language, second, preview);
        return answer(letter, letter.text());
    }

    @POST
    @Path("/{key}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/html;charset=UTF-8")
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
    public Response previewHtml(
            @RestPath String key, @RestPath String language, @RestQuery String second, Preview preview) {
        var letter = draft(key, language, second, preview);
        return answer(letter, letter.html());
    }

    @POST
    @Path("/{key}/{language}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
    public Response previewPdf(
            @RestPath String key, @RestPath String language, @RestQuery String second, Preview preview) {
        var letter = draft(key, language, second, preview);
        var first = letter.first();
        var info = new DocumentInfo(
                letter.subject(), first.language().locale(), clock.instant(), null, organisation.mark());
        return answer(letter, pdf.render(letter.xhtmls(), info).bytes());
    }

    /** @param second the language in which the letter stands once more below, such as English; null for none */
    private ParallelLetter draft(String key, String language, String second, Preview preview) {
        var first = draft(key, language, preview);
        return second == null || second.isBlank()
                ? new ParallelLetter(List.of(first))
                : new ParallelLetter(List.of(first, draft(key, second, preview)));
    }

    private RenderedLetter draft(String key, String language, Preview preview) {
        var letter = letters.current(key);
        var text = letter.in(language(language))
                .orElseThrow(() -> Refusal.unknown("letter %s is not written in %s".formatted(key, language)));
        var record =
                preview == null || preview.fields() == null ? samples.in(text) : LetterSamples.of(preview.fields());
        return letters.draft(letter, text.language(), record);
    }

    /** What the reader should know beside the letter goes into headers: the letter itself is the body. */
    private static Response answer(ParallelLetter letter, Object body) {
        var response = Response.ok(body).header("Content-Language", letter.tags());
        return letter.missing().isEmpty()
                ? response.build()
                : response.header("Demarche-Missing", String.join(", ", letter.missing()))
                        .build();
    }

    private static Language language(String tag) {
        return Language.find(tag).orElseThrow(() -> Refusal.unknown("no language " + tag));
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput("file", "the file must be UTF-8");
        }
    }

    private static Response tooLong(int bytes) {
        var words = "the letter has %d KB, and %d KB is the most".formatted(bytes / 1024, LetterText.LONGEST / 1024);
        return Response.status(413)
                .type("application/problem+json")
                .entity(new FaultDocument("about:blank", "Content Too Large", 413, words, 1, 1, List.of()))
                .build();
    }

    private static Response response(LetterFault fault) {
        var document = new FaultDocument(
                "about:blank",
                "Bad Request",
                400,
                "line %d, column %d: %s".formatted(fault.line(), fault.column(), fault.getMessage()),
                fault.line(),
                fault.column(),
                List.of(new Problem("line " + fault.line(), fault.getMessage())));
        return Response.status(400)
                .type("application/problem+json")
                .entity(document)
                .build();
    }
}

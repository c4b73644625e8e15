package org.demarche.signing.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.database.DatabaseDown;
import org.demarche.mission.Mission;
import org.demarche.signing.Origin;
import org.demarche.signing.letters.OwnLetterFlaws;
import org.demarche.signing.letters.OwnLetterForm;
import org.demarche.signing.letters.OwnLetterWriting;
import org.demarche.signing.letters.Responsible;
import org.jboss.logging.Logger;

/** Writing an own letter: find the mission, look at the letter, hand it in; only the last stores anything. */
@Path("/campaigns/{slug}/letter")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LetterPage {

    private static final Logger LOG = Logger.getLogger(LetterPage.class);

    private final LetterDesk desk;
    private final OwnLetterFlaws flaws;
    private final OwnLetterWriting writing;
    private final Responsible responsible;
    private final Reading reading;
    private final Clock clock;

    LetterPage(
            LetterDesk desk,
            OwnLetterFlaws flaws,
            OwnLetterWriting writing,
            Responsible responsible,
            Reading reading,
            Clock clock) {
        this.desk = desk;
        this.flaws = flaws;
        this.writing = writing;
        this.responsible = responsible;
        this.reading = reading;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance write(@PathParam("slug") String slug, @QueryParam("source") String source) {
        var campaign = campaign(slug);
        var language = reading.language(campaign);
        var empty = new MultivaluedHashMap<String, String>();
        empty.putSingle("language", language.tag());
        empty.putSingle("source", Objects.requireNonNullElse(source, ""));
        return page(campaign, empty, List.of(), language);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("slug") String slug, MultivaluedMap<String, String> posted) {
        try {
            return take(slug, posted);
        } catch (RuntimeException e) {
            if (!DatabaseDown.isBehind(e)) {
                throw e;
            }
            LOG.warnf("A letter for %s could not be taken: the database is away", slug);
            var kept = desk.unstored(slug, posted, reading.language()).orElseThrow(() -> e);
            return Response.status(503)
                    .header(HttpHeaders.RETRY_AFTER, SigningPage.RETRY_AFTER_SECONDS)
                    .entity(SigningTemplates.letter(kept)
                            .setLocale(kept.page().locale())
                            .render())
                    .build();
        }
    }

    private Response take(String slug, MultivaluedMap<String, String> posted) {
        boolean send = "send".equals(posted.getFirst("action"));
        var checked = QuarkusTransaction.requiringNew().call(() -> {
            var campaign = campaign(slug);
            var language = reading.language(campaign);
            var form = OwnLetterForm.of(posted);
            var problems = problems(campaign, form, posted.getFirst("action"), language);
            return send && problems.isEmpty()
                    ? new Checked(null, form, mission(campaign, form), language)
                    : new Checked(
                            Response.status(problems.isEmpty() ? 200 : 400)
                                    .entity(page(campaign, posted, problems, language)
                                            .render())
                                    .header("Cache-Control", "no-store")
                                    .build(),
                            form,
                            null,
                            language);
        });
        if (checked.answer() != null) {
            return checked.answer();
        }
        writing.write(slug, checked.form(), checked.mission(), Origin.WEB, checked.language());
        return Response.seeOther(reading.next(slug, "check-mail")).build();
    }

    /** @param answer the page again; null where the letter is handed in */
    private record Checked(Response answer, OwnLetterForm form, Mission mission, Language language) {}

    /** The place has the last word: the mission in the page may be that of a place since changed. */
    private Mission mission(Campaign campaign, OwnLetterForm form) {
        return responsible
                .forPlace(campaign, form.signature().country(), form.signature().region())
                .or(() -> responsible.to(campaign, form))
                .orElseThrow();
    }

    private List<Problem> problems(Campaign campaign, OwnLetterForm form, String action, Language language) {
        if (reading.paused() || !campaign.takesSignatures(clock.instant())) {
            return List.of(new Problem("", reading.closed(campaign, language)));
        }
        return switch (action == null ? "find" : action) {
            case "send" -> flaws.of(campaign, form, language);
            case "preview" -> flaws.ofWords(form, language);
            default -> flaws.ofPlace(campaign, form, language);
        };
    }

    private TemplateInstance page(
            Campaign campaign, MultivaluedMap<String, String> posted, List<Problem> problems, Language language) {
        return SigningTemplates.letter(desk.view(campaign, posted, problems, language))
                .setLocale(language.locale());
    }

    private static Campaign campaign(String slug) {
        var campaign = Campaign.publicNamed(slug);
        if (!campaign.takesOwnLetters()) {
            throw Refusal.unknown("This campaign takes no letters of supporters’ own.");
        }
        return campaign;
    }
}

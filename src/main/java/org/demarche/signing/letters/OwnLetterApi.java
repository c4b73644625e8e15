package org.demarche.signing.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.letter.RenderedLetter;
import org.demarche.mission.Mission;
import org.demarche.signing.Origin;

/** Supporters' own letters over REST: look at one, which stores nothing, and hand one in. */
@Path("/api/v1/campaigns/{slug}/letters")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OwnLetterApi {

    /** @param mailto for {@code OWN_MAIL}, the letter as a link; else absent */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(String status, String mailto) {}

    private final OwnLetterWriting writing;
    private final OwnLetterFlaws flaws;
    private final OwnLetterPaper paper;
    private final OwnMail ownMail;
    private final Responsible responsible;

    OwnLetterApi(
            OwnLetterWriting writing,
            OwnLetterFlaws flaws,
            OwnLetterPaper paper,
            OwnMail ownMail,
            Responsible responsible) {
        this.writing = writing;
        this.flaws = flaws;
        this.paper = paper;
        this.ownMail = ownMail;
        this.responsible = responsible;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("slug") String slug, OwnLetterForm form, @HeaderParam("Accept-Language") String acceptLanguage) {
        var reader = reader(acceptLanguage);
        var ready = QuarkusTransaction.requiringNew().call(() -> ready(slug, form, reader));
        writing.write(slug, form, ready.mission(), Origin.API, reader);
        return Response.accepted(new Taken("CONFIRMATION_SENT", ready.mailto())).build();
    }

    private record Ready(Mission mission, String mailto) {}

    private Ready ready(String slug, OwnLetterForm form, Language reader) {
        var campaign = campaign(slug);
        refuse(flaws.of(campaign, present(form), reader));
        var mission = responsible.to(campaign, form).orElseThrow();
        var link = Channel.valueOf(form.channel()) == Channel.OWN_MAIL
                ? ownMail.link(campaign, form, mission, writing.language(campaign, form, reader))
                : null;
        return new Ready(mission, link);
    }

    @POST
    @Path("preview")
    @Produces("text/plain;charset=UTF-8")
    @Transactional
    public Response previewText(
            @PathParam("slug") String slug, OwnLetterForm form, @HeaderParam("Accept-Language") String acceptLanguage) {
        var letter = preview(slug, form, acceptLanguage);
        return answer(letter, letter.text());
    }

    @POST
    @Path("preview")
    @Produces("text/html;charset=UTF-8")
    @Transactional
    public Response previewHtml(
            @PathParam("slug") String slug, OwnLetterForm form, @HeaderParam("Accept-Language") String acceptLanguage) {
        var letter = preview(slug, form, acceptLanguage);
        return answer(letter, letter.html());
    }

    @POST
    @Path("preview")
    @Produces("application/pdf")
    @Transactional
    public Response previewPdf(
            @PathParam("slug") String slug, OwnLetterForm form, @HeaderParam("Accept-Language") String acceptLanguage) {
        var letter = preview(slug, form, acceptLanguage);
        return answer(letter, paper.pdf(letter));
    }

    private RenderedLetter preview(String slug, OwnLetterForm form, String acceptLanguage) {
        var campaign = campaign(slug);
        var reader = reader(acceptLanguage);
        refuse(flaws.ofSheet(campaign, present(form), reader));
        var mission = responsible.to(campaign, form).orElseThrow();
        return paper.of(campaign, form, mission, writing.language(campaign, form, reader));
    }

    private static Campaign campaign(String slug) {
        var campaign = Campaign.publicNamed(slug);
        if (!campaign.takesOwnLetters()) {
            throw Refusal.wrongState("This campaign takes no letters of supporters’ own.");
        }
        return campaign;
    }

    private static OwnLetterForm present(OwnLetterForm form) {
        if (form == null) {
            throw new BadInput("name", "a JSON body is needed");
        }
        return form;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static Language reader(String acceptLanguage) {
        return Language.preferred(acceptLanguage).orElse(Language.EN);
    }

    private static Response answer(RenderedLetter letter, Object body) {
        return Response.ok(body)
                .header("Content-Language", letter.language().tag())
                .header("Cache-Control", "no-store")
                .build();
    }
}

package org.demarche.signing.page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.database.DatabaseDown;
import org.demarche.mail.MailConfig;
import org.demarche.mail.MailboxDoor;
import org.demarche.mission.Regions;
import org.demarche.signing.FlawWords;
import org.demarche.signing.Origin;
import org.demarche.signing.SignForm;
import org.demarche.signing.SignProblems;
import org.demarche.signing.Signing;
import org.jboss.logging.Logger;

/** A campaign's page: read the letter, sign it, and be asked to look in your mail. */
@Path("/campaigns/{slug}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SigningPage {

    /** @param refusal null where the form can be taken */
    private record Checked(Language language, Response refusal) {}

    private static final Logger LOG = Logger.getLogger(SigningPage.class);

    /** A database that was stopped by hand is seldom back sooner. */
    static final int RETRY_AFTER_SECONDS = 60;

    private final Reading reading;
    private final Signing signing;
    private final Regions regions;
    private final FlawWords words;
    private final MailConfig mail;
    private final MailboxDoor mailbox;
    private final Clock clock;

    SigningPage(
            Reading reading,
            Signing signing,
            Regions regions,
            FlawWords words,
            MailConfig mail,
            MailboxDoor mailbox,
            Clock clock) {
        this.reading = reading;
        this.signing = signing;
        this.regions = regions;
        this.words = words;
        this.mail = mail;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance read(@PathParam("slug") String slug, @QueryParam("source") String source) {
        var campaign = Campaign.publicNamed(slug);
        var language = reading.language(campaign);
        return page(campaign, language, SignFormView.empty(language, source));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sign(@PathParam("slug") String slug, MultivaluedMap<String, String> posted) {
        try {
            return take(slug, posted);
        } catch (RuntimeException e) {
            if (!DatabaseDown.isBehind(e)) {
                throw e;
            }
            LOG.warnf("A signature for %s could not be stored: the database is away", slug);
            var typed = typed(posted, List.of()).values();
            return later(
                    reading.unstored(slug, typed, SignProblems::storageDown).orElseThrow(() -> e));
        }
    }

    /** The page with what was typed, to be sent once more in a while. */
    static Response later(CampaignView kept) {
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .entity(SigningTemplates.campaign(kept)
                        .setLocale(kept.page().locale())
                        .render())
                .build();
    }

    private Response take(String slug, MultivaluedMap<String, String> posted) {
        var form = SignForm.of(posted);
        var checked = QuarkusTransaction.requiringNew().call(() -> check(slug, form, posted));
        if (checked.refusal() != null) {
            return checked.refusal();
        }
        // Never inside another transaction: a request that holds two connections starves the others.
        signing.sign(slug, form, Origin.WEB, checked.language());
        return Response.seeOther(reading.next(slug, "check-mail")).build();
    }

    private Checked check(String slug, SignForm form, MultivaluedMap<String, String> posted) {
        var campaign = Campaign.publicNamed(slug);
        var language = reading.language(campaign);
        var problems = problems(campaign, form, language);
        return new Checked(
                language,
                problems.isEmpty()
                        ? null
                        : refused()
                                .entity(page(campaign, language, typed(posted, problems)))
                                .build());
    }

    private Response.ResponseBuilder refused() {
        return reading.paused()
                ? Response.status(503).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : Response.status(400);
    }

    @GET
    @Path("check-mail")
    @Transactional
    public TemplateInstance checkMail(@PathParam("slug") String slug, @Context HttpServerRequest request) {
        var campaign = Campaign.publicNamed(slug);
        var language = reading.language(campaign);
        return SigningTemplates.checkMail(
                        new CheckMailView(reading.page(language), slug, mail.mailFrom(), mailbox.standsOpen(request)))
                .setLocale(language.locale());
    }

    private List<Problem> problems(Campaign campaign, SignForm form, Language language) {
        if (reading.paused() || !campaign.takesSignatures(clock.instant())) {
            return List.of(new Problem("", reading.closed(campaign, language)));
        }
        return words.say(form.flaws(regions), form, language);
    }

    private static SignFormView typed(MultivaluedMap<String, String> posted, List<Problem> problems) {
        var values = new HashMap<String, String>();
        posted.forEach((field, all) -> values.put(field, all.getFirst()));
        return new SignFormView(values, problems);
    }

    private TemplateInstance page(Campaign campaign, Language language, SignFormView form) {
        return SigningTemplates.campaign(reading.view(campaign, language, form)).setLocale(language.locale());
    }
}

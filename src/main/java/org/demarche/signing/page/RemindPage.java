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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.database.DatabaseDown;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Wording;
import org.demarche.signing.SignProblems;
import org.demarche.signing.guard.Attempt;
import org.demarche.signing.opening.OpeningReminders;
import org.jboss.logging.Logger;

/** Being reminded when a campaign opens: asked for here, confirmed by the link in a mail. */
@Path("/campaigns/{slug}/remind")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RemindPage {

    private static final Logger LOG = Logger.getLogger(RemindPage.class);

    private final Reading reading;
    private final OpeningReminders reminders;

    RemindPage(Reading reading, OpeningReminders reminders) {
        this.reading = reading;
        this.reminders = reminders;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("slug") String slug, MultivaluedMap<String, String> posted) {
        try {
            return take(slug, posted);
        } catch (RuntimeException e) {
            if (!DatabaseDown.isBehind(e)) {
                throw e;
            }
            LOG.warnf("A reminder for %s could not be stored: the database is away", slug);
            return SigningPage.later(reading.unstored(slug, kept(posted), SignProblems::reminderDown)
                    .orElseThrow(() -> e));
        }
    }

    private Response take(String slug, MultivaluedMap<String, String> posted) {
        var language = Language.find(posted.getFirst("language")).orElseGet(reading::language);
        var address = EmailAddress.parse(posted.getFirst("email"));
        if (address.isEmpty()) {
            return again(slug, kept(posted));
        }
        reminders.ask(
                slug,
                new Attempt(
                        address.get(),
                        true,
                        posted.getFirst("website"),
                        posted.getFirst("stamp"),
                        posted.getFirst("proof")),
                language);
        return Response.seeOther(reading.next(slug, "remind")).build();
    }

    /** With the stamp of the page it was first on: whoever mends a slip is not in a haste. */
    private static Map<String, String> kept(MultivaluedMap<String, String> posted) {
        return Stream.of("email", "language", "stamp", "source")
                .collect(Collectors.toMap(
                        Function.identity(), name -> Objects.requireNonNullElse(posted.getFirst(name), "")));
    }

    private Response again(String slug, Map<String, String> typed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.publicNamed(slug);
            var language = reading.language(campaign);
            var words = Wording.of(SignProblems.class, language);
            var problem =
                    new Problem("email", typed.get("email").isBlank() ? words.emailRequired() : words.emailInvalid());
            return Response.status(400)
                    .entity(SigningTemplates.campaign(
                                    reading.view(campaign, language, new SignFormView(typed, List.of(problem))))
                            .setLocale(language.locale())
                            .render())
                    .build();
        });
    }

    @GET
    @Transactional
    public TemplateInstance asked(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = reading.language(campaign);
        var title = new Phrase(language.tag(), campaign.text(language).title());
        return SigningTemplates.remind(new RemindView(reading.page(language), RemindView.Step.ASKED, slug, title, null))
                .setLocale(language.locale());
    }
}

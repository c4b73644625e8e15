package org.demarche.signing.page;

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
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Wording;
import org.demarche.signing.SignProblems;
import org.demarche.signing.guard.Attempt;
import org.demarche.signing.opening.OpeningReminders;

/** Being reminded when a campaign opens: asked for here, confirmed by the link in a mail. */
@Path("/campaigns/{slug}/remind")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RemindPage {

    private final Reading reading;
    private final OpeningReminders reminders;

    RemindPage(Reading reading, OpeningReminders reminders) {
        this.reading = reading;
        this.reminders = reminders;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@PathParam("slug") String slug, MultivaluedMap<String, String> posted) {
        var language = Language.find(posted.getFirst("language")).orElseGet(reading::language);
        var address = EmailAddress.parse(posted.getFirst("email"));
        if (address.isEmpty()) {
            return again(slug, Objects.requireNonNullElse(posted.getFirst("email"), ""));
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

    private Response again(String slug, String typed) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.publicNamed(slug);
            var language = reading.language(campaign);
            var words = Wording.of(SignProblems.class, language);
            var problem = new Problem("email", typed.isBlank() ? words.emailRequired() : words.emailInvalid());
            var form = new SignFormView(Map.of("email", typed, "language", language.tag()), List.of(problem));
            return Response.status(400)
                    .entity(SigningTemplates.campaign(reading.view(campaign, language, form))
                            .setLocale(language.locale())
                            .render())
                    .build();
        });
    }

    @GET
    @Transactional
    public io.quarkus.qute.TemplateInstance asked(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = reading.language(campaign);
        var title = new Phrase(language.tag(), campaign.text(language).title());
        return SigningTemplates.remind(new RemindView(reading.page(language), RemindView.Step.ASKED, slug, title, null))
                .setLocale(language.locale());
    }
}

package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.demarche.campaign.Campaign;
import org.demarche.common.Token;
import org.demarche.common.page.Phrase;
import org.demarche.signing.opening.OpeningReminders;
import org.demarche.signing.page.RemindView.Step;

/** The link in the mail about an opening; looking at the page changes nothing. */
@Path("/remind/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class RemindLinkPage {

    private final Reading reading;
    private final OpeningReminders reminders;

    RemindLinkPage(Reading reading, OpeningReminders reminders) {
        this.reading = reading;
        this.reminders = reminders;
    }

    @GET
    @Transactional
    public TemplateInstance show(@PathParam("token") String token) {
        return page(Step.CONFIRM, campaign(token), token);
    }

    @POST
    @Transactional
    public TemplateInstance act(@PathParam("token") String token, @FormParam("action") String action) {
        var campaign = campaign(token);
        if ("forget".equals(action)) {
            reminders.forget(new Token(token));
            return page(Step.FORGOTTEN, campaign, null);
        }
        reminders.confirm(new Token(token));
        return page(Step.CONFIRMED, campaign, token);
    }

    private Campaign campaign(String token) {
        return reminders.of(new Token(token)).campaign;
    }

    private TemplateInstance page(Step step, Campaign campaign, String token) {
        var language = reading.language(campaign);
        var title = new Phrase(language.tag(), campaign.text(language).title());
        return SigningTemplates.remind(new RemindView(reading.page(language), step, campaign.slug, title, token))
                .setLocale(language.locale());
    }
}

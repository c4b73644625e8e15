package org.demarche.signing;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;

/** The link in the mail: the page changes nothing, its button confirms. */
@Path("/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfirmPage {

    private final Confirmation confirmation;
    private final OwnLine ownLine;
    private final Receipts receipts;
    private final Reading reading;
    private final MyToken myToken;
    private final DemarcheConfig config;

    ConfirmPage(
            Confirmation confirmation,
            OwnLine ownLine,
            Receipts receipts,
            Reading reading,
            MyToken myToken,
            DemarcheConfig config) {
        this.confirmation = confirmation;
        this.ownLine = ownLine;
        this.receipts = receipts;
        this.reading = reading;
        this.myToken = myToken;
        this.config = config;
    }

    @GET
    @Transactional
    public TemplateInstance look(@PathParam("token") String token) {
        var signature = confirmation.look(new Token(token)).orElseThrow(ConfirmPage::unknown);
        if (signature.status == SignatureStatus.CONFIRMED) {
            return done(signature);
        }
        var language = reading.language(signature.campaign);
        var view = new ConfirmView(
                reading.page(language),
                token,
                new Phrase(language.tag(), signature.campaign.text(language).title()),
                ownLine.name(signature),
                ownLine.of(signature, language),
                signature.publicName,
                signature.news,
                null,
                null);
        return SigningTemplates.confirm(view).setLocale(language.locale());
    }

    @POST
    @Transactional
    public TemplateInstance confirm(@PathParam("token") String token) {
        return done(confirmation.confirm(new Token(token)).orElseThrow(ConfirmPage::unknown));
    }

    private TemplateInstance done(Signature signature) {
        var campaign = signature.campaign;
        var language = reading.language(campaign);
        var spoken = new Spoken(language, campaign.zoneId());
        var view = new ConfirmedView(
                reading.page(language),
                myToken.of(signature.id).value(),
                campaign.slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                campaign.occasionOn == null ? null : spoken.day(campaign.occasionOn),
                false,
                false,
                config.baseUrl() + "/campaigns/" + campaign.slug,
                receipts.of(signature, language),
                null,
                null);
        return SigningTemplates.confirmed(view).setLocale(language.locale());
    }

    private static Refusal unknown() {
        return Refusal.unknown("This link is unknown or has expired.");
    }
}

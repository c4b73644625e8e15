package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.signing.Confirmation;
import org.demarche.signing.MyToken;
import org.demarche.signing.OwnLine;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.letters.Channel;
import org.demarche.signing.letters.OwnLetter;
import org.demarche.signing.letters.OwnLetterState;
import org.demarche.signing.letters.OwnLetters;

/** The link in the mail: the page changes nothing, its button confirms. */
@Path("/confirm/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ConfirmPage {

    private final Confirmation confirmation;
    private final OwnLetters letters;
    private final OwnLine ownLine;
    private final Receipts receipts;
    private final Reading reading;
    private final MyToken myToken;
    private final WritersView writersView;
    private final DemarcheConfig config;
    private final Clock clock;

    ConfirmPage(
            Confirmation confirmation,
            OwnLetters letters,
            OwnLine ownLine,
            Receipts receipts,
            Reading reading,
            MyToken myToken,
            WritersView writersView,
            DemarcheConfig config,
            Clock clock) {
        this.confirmation = confirmation;
        this.letters = letters;
        this.ownLine = ownLine;
        this.receipts = receipts;
        this.reading = reading;
        this.myToken = myToken;
        this.writersView = writersView;
        this.config = config;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance look(@PathParam("token") String token) {
        var signature = confirmation.look(new Token(token)).orElseThrow(ConfirmPage::unknown);
        var letter = letters.behind(new Token(token)).orElse(null);
        if (letter == null ? signature.status == SignatureStatus.CONFIRMED : letter.state == OwnLetterState.CONFIRMED) {
            return done(signature, letter);
        }
        var language = reading.language(signature.campaign);
        var view = new ConfirmView(
                reading.page(language),
                token,
                new Phrase(language.tag(), signature.campaign.text(language).title()),
                ownLine.name(signature),
                letter == null ? ownLine.of(signature, language) : writersView.line(letter, language),
                letter == null ? ownLine.comment(signature) : null,
                signature.publicName,
                signature.news,
                letter == null ? null : writersView.to(letter, language),
                letter == null ? null : letter.channel.name(),
                letter == null ? List.of() : writersView.words(letter));
        return SigningTemplates.confirm(view).setLocale(language.locale());
    }

    @POST
    @Transactional
    public TemplateInstance confirm(@PathParam("token") String token) {
        var signature = confirmation.confirm(new Token(token)).orElseThrow(ConfirmPage::unknown);
        return done(signature, letters.behind(new Token(token)).orElse(null));
    }

    private TemplateInstance done(Signature signature, OwnLetter letter) {
        var campaign = signature.campaign;
        var language = reading.language(campaign);
        var spoken = new Spoken(language, campaign.zoneId());
        var view = new ConfirmedView(
                reading.page(language),
                myToken.of(signature.id).value(),
                campaign.slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                campaign.occasionOn == null ? null : spoken.day(campaign.occasionOn),
                letter != null,
                letter == null && campaign.takesOwnLetters() && campaign.takesSignatures(clock.instant()),
                config.baseUrl() + "/campaigns/" + campaign.slug,
                letter == null ? receipts.of(signature, language) : null,
                letter == null ? null : writersView.mailto(letter),
                letter == null || letter.channel == Channel.PLATFORM
                        ? null
                        : "/my/" + myToken.of(signature.id).value() + "/letter.pdf");
        return SigningTemplates.confirmed(view).setLocale(language.locale());
    }

    private static Refusal unknown() {
        return Refusal.unknown("This link is unknown or has expired.");
    }
}

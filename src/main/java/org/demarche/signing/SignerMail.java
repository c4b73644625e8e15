package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Token;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
import org.demarche.mail.Message;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;
import org.demarche.mission.Countries;
import org.demarche.mission.Missions;
import org.demarche.mission.Regions;
import org.demarche.privacy.Scopes;

/** Mails to signers, in the language they signed in; queued in the caller's transaction. */
@ApplicationScoped
class SignerMail {

    private final Outbox outbox;
    private final Organisation organisation;
    private final Regions regions;
    private final Missions missions;
    private final DemarcheConfig config;

    SignerMail(Outbox outbox, Organisation organisation, Regions regions, Missions missions, DemarcheConfig config) {
        this.outbox = outbox;
        this.organisation = organisation;
        this.regions = regions;
        this.missions = missions;
        this.config = config;
    }

    void askToConfirm(Signature signature, Person person, Token confirmation) {
        var language = signature.language;
        var mail = new ConfirmationMail(
                language,
                organisation.name(language),
                signature.campaign.text(language).title(),
                line(signature, person, language),
                config.baseUrl() + "/confirm/" + confirmation.value(),
                goesToChina(signature.campaign),
                organisation.letterhead(language).mail());
        var words = Wording.of(MailMessages.class, language);
        outbox.queue(message(signature, person, Purpose.CONFIRMATION)
                .saying(words.subject(), render(mail, "text/plain"))
                .html(render(mail, "text/html")));
    }

    void alreadySigned(Signature signature, Person person, Token my) {
        var language = signature.language;
        var words = Wording.of(MailMessages.class, language);
        var title = signature.campaign.text(language).title();
        outbox.queue(message(signature, person, Purpose.RECEIPT)
                .saying(
                        words.alreadySubject(),
                        words.already(organisation.name(language), title) + "\n\n" + words.alreadyLink() + "\n\n"
                                + config.baseUrl() + "/my/" + my.value() + "\n"));
    }

    private static Message message(Signature signature, Person person, Purpose purpose) {
        return Message.of(
                        purpose,
                        Scopes.ofCampaign(signature.campaign.slug),
                        // Each asking is a mail of its own: its link is new.
                        signature.id + "/" + signature.confirmationMails)
                .to(person.address())
                .campaign(signature.campaign.slug)
                .person(signature.id);
    }

    private String line(Signature signature, Person person, Language language) {
        return Disclosed.of(
                        signature.disclosure,
                        person,
                        Countries.name(signature.country, language),
                        code -> regions.name(code, language))
                .map(d -> d.line(language))
                .orElse(null);
    }

    private boolean goesToChina(Campaign campaign) {
        return campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .anyMatch(m -> m.sendingState().equals("CN"));
    }

    private static String render(ConfirmationMail mail, String variant) {
        return SigningTemplates.confirmationMail(mail)
                .setLocale(mail.language().locale())
                .setVariant(variant)
                .render();
    }
}

package org.demarche.signing.opening;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.EmailAddress;
import org.demarche.common.Token;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
import org.demarche.mail.Message;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;
import org.demarche.privacy.Scopes;

/** The two mails of a reminder, in the language it was asked for in; queued in the caller's transaction. */
@ApplicationScoped
class OpeningMail {

    private final Outbox outbox;
    private final Organisation organisation;
    private final DemarcheConfig config;

    OpeningMail(Outbox outbox, Organisation organisation, DemarcheConfig config) {
        this.outbox = outbox;
        this.organisation = organisation;
        this.config = config;
    }

    void askToConfirm(OpeningReminder reminder, EmailAddress to, Token link) {
        var words = words(reminder);
        var said = words.mailAsk(organisation.name(reminder.language), title(reminder)) + "\n\n" + config.baseUrl()
                + "/remind/" + link.value() + "\n\n" + words.mailNotYou() + "\n";
        outbox.queue(message(reminder, Purpose.CONFIRMATION, to).saying(words.mailAskSubject(), said));
    }

    void tell(OpeningReminder reminder, EmailAddress to) {
        var words = words(reminder);
        var said = words.mailOpen(organisation.name(reminder.language), title(reminder)) + "\n\n" + config.baseUrl()
                + "/campaigns/" + reminder.campaign.slug + "?lang=" + reminder.language.tag() + "\n\n"
                + words.mailLast() + "\n";
        outbox.queue(message(reminder, Purpose.NOTICE, to).saying(words.mailOpenSubject(), said));
    }

    private static OpeningMessages words(OpeningReminder reminder) {
        return Wording.of(OpeningMessages.class, reminder.language);
    }

    private static String title(OpeningReminder reminder) {
        return reminder.campaign.text(reminder.language).title();
    }

    private static Message message(OpeningReminder reminder, Purpose purpose, EmailAddress to) {
        return Message.of(
                        purpose,
                        Scopes.ofCampaign(reminder.campaign.slug),
                        "opening:" + reminder.id + "/" + reminder.mails)
                .to(to)
                .campaign(reminder.campaign.slug)
                .person(reminder.id);
    }
}

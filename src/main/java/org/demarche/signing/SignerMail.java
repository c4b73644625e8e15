package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Token;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
import org.demarche.mail.FormLetter;
import org.demarche.mail.Message;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;
import org.demarche.mail.ReadyMail;
import org.demarche.mission.Missions;
import org.demarche.privacy.Scopes;

/** Mails to signers, in the language they signed in; queued in the caller's transaction. */
@ApplicationScoped
public class SignerMail {

    private final Outbox outbox;
    private final Organisation organisation;
    private final SignerForms forms;
    private final OwnLine ownLine;
    private final Missions missions;
    private final DemarcheConfig config;

    SignerMail(
            Outbox outbox,
            Organisation organisation,
            SignerForms forms,
            OwnLine ownLine,
            Missions missions,
            DemarcheConfig config) {
        this.outbox = outbox;
        this.organisation = organisation;
        this.forms = forms;
        this.ownLine = ownLine;
        this.missions = missions;
        this.config = config;
    }

    void askToConfirm(Signature signature, Person person, Token confirmation) {
        askToConfirm(signature, person, confirmation, ownLine.of(signature, person, signature.language));
    }

    /** @param line what the missions will see; null for none */
    public void askToConfirm(Signature signature, Person person, Token confirmation, String line) {
        var language = signature.language;
        var mail = new ConfirmationMail(
                language,
                organisation.name(language),
                title(signature),
                line,
                confirmationLink(confirmation),
                missions.anyOf("CN", signature.campaign.missions),
                organisation.contact(language));
        var message = message(signature, person, Purpose.CONFIRMATION)
                .saying(words(signature).subject(), mail.text())
                .html(mail.html());
        outbox.queue(heldWith(signature, message));
    }

    /** A suspect may have typed the addresses of strangers: nobody is written to before staff have looked. */
    private static Message heldWith(Signature signature, Message message) {
        return signature.status == SignatureStatus.HELD
                ? message.reference(signature.id).held()
                : message;
    }

    /** Staff have looked: what waited for them leaves. */
    public void letGo(Signature signature) {
        outbox.release(signature.id);
    }

    void dropWaiting(Signature signature) {
        outbox.cancel(signature.id);
    }

    /**
     * The same mail ready to be stored with many others, in words that are rendered once for all of them.
     *
     * @param toChina whether a Chinese mission is among the campaign's
     */
    ReadyMail readyToConfirm(Signature signature, Person person, Token confirmation, boolean toChina) {
        var language = signature.language;
        var line = ownLine.of(signature, person, language);
        var blanks = new HashMap<String, String>();
        blanks.put("link", confirmationLink(confirmation));
        if (line != null) {
            blanks.put("line", line);
        }
        var form = forms.confirmation(new ConfirmationMail(
                language,
                organisation.name(language),
                title(signature),
                line == null ? null : FormLetter.blank("line"),
                FormLetter.blank("link"),
                toChina,
                organisation.contact(language)));
        return outbox.ready(heldWith(
                signature, message(signature, person, Purpose.CONFIRMATION).filling(form, blanks)));
    }

    private String confirmationLink(Token confirmation) {
        return config.baseUrl() + "/confirm/" + confirmation.value();
    }

    /** Once, to whoever has not confirmed. */
    void remind(Signature signature, Person person, Token confirmation) {
        var words = words(signature);
        var said = words.reminder(organisation.name(signature.language), title(signature));
        outbox.queue(message(signature, person, Purpose.CONFIRMATION)
                .saying(
                        words.reminderSubject(),
                        said + "\n\n" + confirmationLink(confirmation) + "\n\n" + words.reminderLast() + "\n"));
    }

    void alreadySigned(Signature signature, Person person, Token my) {
        var words = words(signature);
        var said = words.already(organisation.name(signature.language), title(signature));
        outbox.queue(message(signature, person, Purpose.RECEIPT)
                .saying(words.alreadySubject(), withOwnPage(said, my, words)));
    }

    /** A further name than one mailbox may sign with: nothing was stored, and only the mailbox's owner learns it. */
    void mailboxFull(Signature first, Language language, Person person) {
        var words = Wording.of(MailMessages.class, language);
        var said = words.full(
                organisation.name(language), first.campaign.text(language).title());
        outbox.queue(message(first, person, Purpose.RECEIPT).saying(words.fullSubject(), said + "\n"));
    }

    /** Sent after confirming, so that nobody depends on a browser's history to find their own page again. */
    void counted(Signature signature, Person person, Token my) {
        var words = words(signature);
        var said = words.counted(organisation.name(signature.language), title(signature));
        outbox.queue(message(signature, person, Purpose.RECEIPT)
                .saying(words.countedSubject(), withOwnPage(said, my, words)));
    }

    private String withOwnPage(String said, Token my, MailMessages words) {
        return said + "\n\n" + words.myLink() + "\n\n" + config.baseUrl() + "/my/" + my.value() + "\n\n"
                + words.keepLink() + "\n";
    }

    private static MailMessages words(Signature signature) {
        return Wording.of(MailMessages.class, signature.language);
    }

    private static String title(Signature signature) {
        return signature.campaign.text(signature.language).title();
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
}

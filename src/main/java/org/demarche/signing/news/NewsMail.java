package org.demarche.signing.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
import org.demarche.mail.FormLetter;
import org.demarche.mail.Message;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.MailMessages;
import org.demarche.signing.NewsLink;
import org.demarche.signing.Signature;

/** One update as one signer gets it: in their language, with a link that ends the news. */
@ApplicationScoped
class NewsMail {

    private final Outbox outbox;
    private final Organisation organisation;
    private final NewsLink links;
    private final Vault vault;
    private final DemarcheConfig config;

    NewsMail(Outbox outbox, Organisation organisation, NewsLink links, Vault vault, DemarcheConfig config) {
        this.outbox = outbox;
        this.organisation = organisation;
        this.links = links;
        this.vault = vault;
        this.config = config;
    }

    /** A mail to each of them; whoever has it already gets no second one. */
    void queue(NewsUpdate update, List<Signature> readers) {
        outbox.queueAll(readers.stream().map(reader -> message(update, reader)).toList());
    }

    private Message message(NewsUpdate update, Signature reader) {
        var stop = config.baseUrl() + "/unsubscribe/" + links.of(reader.id).value();
        return Message.of(Purpose.NEWS, Scopes.ofCampaign(update.campaign.slug), "news:" + update.id + ":" + reader.id)
                .to(new EmailAddress(reader.person(vault).email()))
                .filling(form(update, reader.language), Map.of(FormLetter.UNSUBSCRIBE, stop))
                .campaign(update.campaign.slug)
                .reference(update.id)
                .person(reader.id);
    }

    private FormLetter form(NewsUpdate update, Language language) {
        var told = update.in(language);
        var words = Wording.of(MailMessages.class, language);
        var footer = words.newsWhy(
                organisation.name(language), update.campaign.text(language).title());
        var text = told.body().strip() + "\n\n" + footer + "\n" + words.newsStop() + "\n"
                + FormLetter.blank(FormLetter.UNSUBSCRIBE) + "\n";
        return new FormLetter(told.subject(), text, null);
    }
}

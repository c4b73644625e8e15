package org.demarche.signing.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.EmailAddress;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
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

    void queue(NewsUpdate update, Signature reader) {
        var language = reader.language;
        var told = update.in(language);
        var words = Wording.of(MailMessages.class, language);
        var stop = config.baseUrl() + "/unsubscribe/" + links.of(reader.id).value();
        var footer = words.newsWhy(
                organisation.name(language), update.campaign.text(language).title());
        outbox.queue(
                Message.of(Purpose.NEWS, Scopes.ofCampaign(update.campaign.slug), "news:" + update.id + ":" + reader.id)
                        .to(new EmailAddress(reader.person(vault).email()))
                        .saying(
                                told.subject(),
                                told.body().strip() + "\n\n" + footer + "\n" + words.newsStop() + "\n" + stop + "\n")
                        .unsubscribe(URI.create(stop))
                        .campaign(update.campaign.slug)
                        .person(reader.id));
    }
}

package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.Tally;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.signing.ledger.Ledger;
import org.demarche.signing.ledger.LedgerKey;

/** The head of a campaign's ledger, for everybody who wants to check the number. */
@Path("/campaigns/{slug}/ledger")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class LedgerPage {

    private final Ledger ledger;
    private final LedgerKey key;
    private final Tally tally;
    private final Reading reading;

    LedgerPage(Ledger ledger, LedgerKey key, Tally tally, Reading reading) {
        this.ledger = ledger;
        this.key = key;
        this.tally = tally;
        this.reading = reading;
    }

    @GET
    @Transactional
    public TemplateInstance head(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var language = reading.language(campaign);
        var spoken = new Spoken(language, campaign.zoneId());
        var head = ledger.head(campaign);
        var base64 = Base64.getEncoder();
        var view = new LedgerView(
                reading.page(language),
                slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                spoken.tally(head.size()),
                spoken.tally(tally.count(campaign.id).signatures()),
                Receipts.groups(head.root()),
                spoken.moment(head.asOf()),
                base64.encodeToString(head.signature()),
                base64.encodeToString(key.publicKey()));
        return SigningTemplates.ledger(view).setLocale(language.locale());
    }
}

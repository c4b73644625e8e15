package org.demarche.signing.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Spoken;
import org.demarche.letter.Organisation;
import org.demarche.mission.Countries;
import org.demarche.signing.ledger.ReceiptCheck;

/** Anyone who holds a receipt can check it here; who does not trust this page has docs/verify-receipt.md. */
@Path("/verify/receipt")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ReceiptCheckPage {

    private final ReceiptCheck check;
    private final PageLanguage pageLanguage;
    private final Organisation organisation;

    ReceiptCheckPage(ReceiptCheck check, PageLanguage pageLanguage, Organisation organisation) {
        this.check = check;
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
    }

    @GET
    @Transactional
    public TemplateInstance form() {
        return page("", null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response check(@FormParam("receipt") String receipt) {
        // A receipt says when somebody signed: the answer is theirs alone.
        return Response.ok(page(Objects.requireNonNullElse(receipt, ""), check.of(receipt)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private TemplateInstance page(String pasted, ReceiptCheck.Answer answer) {
        var language = pageLanguage.get();
        return SigningTemplates.receiptCheck(view(pasted, answer, language)).setLocale(language.locale());
    }

    private ReceiptCheckView view(String pasted, ReceiptCheck.Answer answer, Language language) {
        var page = pageLanguage.page(language, organisation.letterhead(language));
        if (answer == null || answer.entry() == null) {
            var result = answer == null ? null : answer.result().name();
            return new ReceiptCheckView(page, pasted, result, null, null, null, null, null, null);
        }
        var entry = answer.entry();
        var campaign = Campaign.named(entry.campaign());
        var spoken = new Spoken(language, campaign.zoneId());
        return new ReceiptCheckView(
                page,
                pasted,
                answer.result().name(),
                campaign.slug,
                campaign.text(language).title(),
                spoken.hour(Instant.parse(entry.confirmedAt())),
                Countries.name(entry.country(), language),
                spoken.number(answer.leafIndex() + 1),
                spoken.number(answer.size()));
    }
}

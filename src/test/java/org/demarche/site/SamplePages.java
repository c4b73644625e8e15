package org.demarche.site;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.bundle.verify.VerifyTemplates;
import org.demarche.bundle.verify.VerifyView;
import org.demarche.common.Language;
import org.demarche.delivery.DeliveryTemplates;
import org.demarche.signing.page.CampaignView.Phase;
import org.demarche.signing.page.MyView.Status;
import org.demarche.signing.page.RemindView;
import org.demarche.signing.page.SigningTemplates;
import org.demarche.signing.page.UnsubscribeView;
import org.demarche.site.share.EmbedView;
import org.demarche.site.share.ShareTemplates;

/** Every public page in every state it can have, by a name. */
final class SamplePages {

    private SamplePages() {}

    static Map<String, TemplateInstance> in(Language language) {
        var form = new FormSamples(language);
        var signer = new SignerSamples(language);
        var site = new SiteSamples(language);
        var pages = new LinkedHashMap<String, TemplateInstance>();
        pages.put("campaign", SigningTemplates.campaign(form.campaign(Phase.OPEN, form.empty())));
        pages.put("campaign-preview", SigningTemplates.campaign(form.campaign(Phase.DRAFT, form.empty())));
        pages.put("campaign-errors", SigningTemplates.campaign(form.campaign(Phase.OPEN, form.spoiled())));
        pages.put("campaign-soon", SigningTemplates.campaign(form.campaign(Phase.SOON, form.empty())));
        pages.put("campaign-closed", SigningTemplates.campaign(form.campaign(Phase.CLOSED, form.empty())));
        pages.put("campaign-soon-errors", SigningTemplates.campaign(form.campaign(Phase.SOON, form.unstored())));
        for (long signed = 0; signed < 2; signed++) {
            pages.put(
                    "campaign-signed-" + signed,
                    SigningTemplates.campaign(form.campaign(Phase.OPEN, form.empty(), signed)));
            pages.put("home-signed-" + signed, SiteTemplates.home(site.home(true, signed)));
            pages.put("embed-signed-" + signed, ShareTemplates.embed(site.embed(EmbedView.Phase.OPEN, signed)));
        }
        pages.put("check-mail", SigningTemplates.checkMail(signer.checkMail()));
        pages.put("confirm", SigningTemplates.confirm(signer.confirm(false)));
        pages.put("confirm-letter", SigningTemplates.confirm(signer.confirm(true)));
        pages.put("confirmed", SigningTemplates.confirmed(signer.confirmed(false)));
        pages.put("confirmed-letter", SigningTemplates.confirmed(signer.confirmed(true)));
        for (var status : Status.values()) {
            pages.put("my-" + status.name().toLowerCase(), SigningTemplates.my(signer.my(status, true)));
        }
        pages.put("my-closed", SigningTemplates.my(signer.my(Status.CONFIRMED, false)));
        pages.put("ledger", SigningTemplates.ledger(signer.ledger(1848)));
        pages.put("ledger-empty", SigningTemplates.ledger(signer.ledger(0)));
        pages.put("letter", SigningTemplates.letter(form.letter(true)));
        pages.put("letter-errors", SigningTemplates.letter(form.letter(false)));
        pages.put(
                "unsubscribe",
                SigningTemplates.unsubscribe(new UnsubscribeView(site.page("/unsubscribe/t"), "t", false)));
        pages.put(
                "unsubscribed",
                SigningTemplates.unsubscribe(new UnsubscribeView(site.page("/unsubscribe/t"), "t", true)));
        for (var step : RemindView.Step.values()) {
            var token = step == RemindView.Step.ASKED || step == RemindView.Step.FORGOTTEN ? null : "t";
            pages.put(
                    "remind-" + step.name().toLowerCase(),
                    SigningTemplates.remind(
                            new RemindView(site.page("/remind/t"), step, "safe-passage", site.title(), token)));
        }
        pages.put("share", ShareTemplates.share(site.share()));
        for (var phase : EmbedView.Phase.values()) {
            pages.put("embed-" + phase.name().toLowerCase(), ShareTemplates.embed(site.embed(phase)));
        }
        pages.put("home", SiteTemplates.home(site.home(true)));
        pages.put(
                "archive",
                SiteTemplates.archive(
                        new ArchiveView(site.page("/archive"), site.home(true).others())));
        pages.put("archive-empty", SiteTemplates.archive(new ArchiveView(site.page("/archive"), List.of())));
        pages.put("home-empty", SiteTemplates.home(site.home(false)));
        pages.put(
                "about",
                SiteTemplates.about(
                        new AboutView(site.page("/about"), null, true, "1 Hongo, Tokyo", "www.example.org")));
        pages.put(
                "privacy",
                SiteTemplates.privacy(new PrivacyView(site.page("/privacy"), "1 Hongo, Tokyo", "www.example.org")));
        for (var status : new int[] {400, 403, 404, 409, 413, 429, 500, 503}) {
            pages.put("error-" + status, SiteTemplates.error(site.error(status)));
        }
        pages.put("deliveries", DeliveryTemplates.deliveries(site.deliveries(true)));
        pages.put("deliveries-empty", DeliveryTemplates.deliveries(site.deliveries(false)));
        for (var result : new String[] {"", "GENUINE", "UNREADABLE", "WRONG_LEAF", "WRONG_PATH", "UNKNOWN_ROOT"}) {
            pages.put("receipt-" + result.toLowerCase(), SigningTemplates.receiptCheck(site.receiptCheck(result)));
        }
        for (var result : VerifyView.Result.values()) {
            pages.put("verify-" + result.name().toLowerCase(), VerifyTemplates.verify(site.verify(result)));
        }
        return pages;
    }
}

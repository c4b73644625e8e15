package org.demarche.delivery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.demarche.common.EmailAddress;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.ParallelLetter;
import org.demarche.letter.RenderedLetter;
import org.demarche.mail.Attachment;
import org.demarche.mail.Message;
import org.demarche.mail.Purpose;
import org.demarche.mission.Mission;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfVolume;
import org.demarche.privacy.Scopes;

/** The campaign's letter as one mission receives it by mail: in its language, then in English, and both as a PDF. */
@ApplicationScoped
class MissionLetter {

    /** One language version in the mail's HTML part. */
    public record Version(String lang, RawString html) {}

    public record MailView(String lang, String subject, List<Version> versions) {}

    @CheckedTemplate(basePath = "delivery")
    static class Templates {
        static native TemplateInstance missionMail(MailView view);
    }

    private final CampaignLetter letters;

    MissionLetter(CampaignLetter letters) {
        this.letters = letters;
    }

    /** The mail, ready to queue. */
    Message compose(Delivery delivery, Mission mission, EmailAddress address) {
        var campaign = delivery.plan.campaign;
        var languages = letters.languagesFor(campaign, mission);
        var versions = letters.toMission(campaign, mission, languages);
        var first = versions.getFirst();
        return delivery.plan.answered(
                Message.of(Purpose.MISSION_LETTER, Scopes.ofCampaign(campaign.slug), delivery.id.toString())
                        .to(address, mission.nameIn(first.language()))
                        .saying(first.subject(), new ParallelLetter(versions).text())
                        .html(html(versions))
                        .attach(new Attachment("letter.pdf", "application/pdf", pdf(versions)))
                        .campaign(campaign.slug)
                        .reference(delivery.id)
                        .zone(mission.zone()));
    }

    private static String html(List<RenderedLetter> versions) {
        var first = versions.getFirst();
        var view = new MailView(
                first.language().tag(),
                first.subject(),
                versions.stream()
                        .map(v -> new Version(v.language().tag(), new RawString(v.html())))
                        .toList());
        return Templates.missionMail(view).render();
    }

    private byte[] pdf(List<RenderedLetter> versions) {
        var first = versions.getFirst();
        DocumentInfo info = letters.documentInfo(first.language(), first.subject());
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, info)) {
            versions.forEach(v -> volume.add(v.xhtml(), v.subject()));
        }
        return out.toByteArray();
    }
}

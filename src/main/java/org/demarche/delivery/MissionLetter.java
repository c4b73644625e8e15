package org.demarche.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.demarche.common.EmailAddress;
import org.demarche.letter.CampaignLetter;
import org.demarche.mail.Attachment;
import org.demarche.mail.Message;
import org.demarche.mail.Purpose;
import org.demarche.mission.Mission;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfRenderer;
import org.demarche.privacy.Scopes;

/** The campaign's letter as one mission receives it by mail: in its language, then in English, and both as a PDF. */
@ApplicationScoped
class MissionLetter {

    private static final String BETWEEN_LANGUAGES = "\n\n* * *\n\n";

    private final CampaignLetter letters;
    private final PdfRenderer pdf;
    private final Clock clock;

    MissionLetter(CampaignLetter letters, PdfRenderer pdf, Clock clock) {
        this.letters = letters;
        this.pdf = pdf;
        this.clock = clock;
    }

    Message compose(Delivery delivery, Mission mission, EmailAddress address) {
        var campaign = delivery.plan.campaign;
        var languages = letters.languagesFor(campaign, mission);
        var rendered = letters.toMission(campaign, mission, languages);
        var info = new DocumentInfo(
                rendered.getFirst().subject(),
                languages.getFirst().locale(),
                clock.instant(),
                letters.organisationName(languages.getFirst()));
        var file = pdf.render(rendered.stream().map(r -> r.xhtml()).toList(), info);
        return Message.of(Purpose.MISSION_LETTER, Scopes.ofCampaign(campaign.slug), delivery.id.toString())
                .to(address, mission.nameIn(languages.getFirst()))
                .saying(
                        rendered.getFirst().subject(),
                        String.join(
                                BETWEEN_LANGUAGES,
                                rendered.stream().map(r -> r.text()).toList()))
                .html(letters.mailHtml(rendered, languages))
                .attach(new Attachment("letter-" + campaign.slug + ".pdf", "application/pdf", file.bytes()))
                .campaign(campaign.slug)
                .reference(delivery.id)
                .zone(mission.zone());
    }
}

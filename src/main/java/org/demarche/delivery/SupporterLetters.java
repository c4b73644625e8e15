package org.demarche.delivery;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.letter.RenderedLetter;
import org.demarche.mail.Attachment;
import org.demarche.mail.Message;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;
import org.demarche.mission.Mission;
import org.demarche.privacy.Scopes;
import org.demarche.signing.Disclosure;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.letters.Channel;
import org.demarche.signing.letters.LettersRecalled;
import org.demarche.signing.letters.OwnLetter;
import org.demarche.signing.letters.OwnLetterPaper;
import org.demarche.signing.letters.OwnLetterState;
import org.demarche.signing.letters.OwnLetters;

/** Supporters' own letters on their way: which wait, how each is mailed, and taking back what may not leave any more. */
@ApplicationScoped
class SupporterLetters {

    /** Letters of one request: all are laid out in the transaction that approves them, some ten a second. */
    static final int BATCH = 100;

    private static final String WAITING = """
            from OwnLetter l where l.signature.campaign = ?1 and l.channel = ?2 and l.state = ?3
            and l.signature.status = ?4 and (l.limitedTo is null or l.limitedTo <> ?5) and l.missionCode in ?6
            and not exists (select 1 from Delivery d where d.ownLetterId = l.id and d.state <> ?7)
            order by l.createdAt, l.id""";

    private final OwnLetters letters;
    private final OwnLetterPaper paper;
    private final Outbox outbox;
    private final Clock clock;

    SupporterLetters(OwnLetters letters, OwnLetterPaper paper, Outbox outbox, Clock clock) {
        this.letters = letters;
        this.paper = paper;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Confirmed letters to these missions that no delivery holds, the oldest first, as many as one request takes. */
    List<OwnLetter> waiting(Campaign campaign, List<String> missions) {
        return OwnLetter.<OwnLetter>find(
                        WAITING,
                        campaign,
                        Channel.PLATFORM,
                        OwnLetterState.CONFIRMED,
                        SignatureStatus.CONFIRMED,
                        Disclosure.COUNTED,
                        missions,
                        DeliveryState.CANCELLED)
                .page(0, BATCH)
                .list();
    }

    /** The mail, ready to queue; empty where the letter may not leave any more. */
    Optional<Message> compose(Delivery delivery, Mission mission, EmailAddress address) {
        return letters.releasable(delivery.ownLetterId).map(own -> message(delivery, own, mission, address));
    }

    private Message message(Delivery delivery, OwnLetter own, Mission mission, EmailAddress address) {
        var campaign = delivery.plan.campaign;
        var letter = paper.of(own);
        return delivery.plan.answered(
                Message.of(Purpose.MISSION_LETTER, Scopes.ofCampaign(campaign.slug), delivery.id.toString())
                        .to(address, mission.nameIn(letter.language()))
                        .saying(letter.subject(), letter.text())
                        .html(html(letter))
                        .attach(new Attachment("letter.pdf", "application/pdf", paper.pdf(letter)))
                        .campaign(campaign.slug)
                        .reference(delivery.id)
                        .person(own.signature.id)
                        .zone(mission.zone()));
    }

    private static String html(RenderedLetter letter) {
        var tag = letter.language().tag();
        return MissionLetter.Templates.missionMail(new MissionLetter.MailView(
                        tag, letter.subject(), List.of(new MissionLetter.Version(tag, new RawString(letter.html())))))
                .render();
    }

    /** The letter of a delivery as the mission would read it now. */
    byte[] pdf(Delivery delivery) {
        return paper.pdf(paper.of(OwnLetter.<OwnLetter>findById(delivery.ownLetterId)));
    }

    void recalled(@Observes LettersRecalled recalled) {
        List<UUID> own = OwnLetter.<OwnLetter>list("signature.id", recalled.signature()).stream()
                .map(letter -> letter.id)
                .toList();
        if (own.isEmpty()) {
            return;
        }
        for (var delivery :
                Delivery.<Delivery>list("ownLetterId in ?1 and state <> ?2", own, DeliveryState.CANCELLED)) {
            if (delivery.mailId == null) {
                delivery.move(DeliveryState.CANCELLED, recalled.why(), clock.instant());
            } else {
                outbox.cancel(delivery.id);
            }
        }
    }
}

package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.letter.CampaignLetter;
import org.demarche.mission.Mission;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.Arrival;
import org.demarche.signing.Origin;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.SignerMail;
import org.demarche.signing.Signing;

/** Takes own letters in: with the writer's one signature, new or known, and a confirmation of the letter's own. */
@ApplicationScoped
public class OwnLetterWriting {

    private final Signing signing;
    private final CampaignLetter letters;
    private final OwnLetterPaper paper;
    private final SignerMail mail;
    private final Vault vault;
    private final Clock clock;

    OwnLetterWriting(
            Signing signing, CampaignLetter letters, OwnLetterPaper paper, SignerMail mail, Vault vault, Clock clock) {
        this.signing = signing;
        this.letters = letters;
        this.paper = paper;
        this.mail = mail;
        this.vault = vault;
        this.clock = clock;
    }

    /** The language in which the letter is written: the form's, else the reader's, as far as the letter has it. */
    Language language(Campaign campaign, OwnLetterForm form, Language otherwise) {
        return letters.shown(campaign, form.signature().chosenLanguage(otherwise));
    }

    /**
     * Stores the letter and queues its confirmation mail in one transaction. A known signer, a new one and one whose
     * mail is used up look the same from outside.
     *
     * @param form a form without flaws
     * @throws Refusal 409 where the campaign takes no letters now
     */
    public void write(String slug, OwnLetterForm form, Mission mission, Origin origin, Language otherwise) {
        // Before a connection is held, as in Signing.
        vault.prepare(Scopes.ofCampaign(slug));
        var arrival = signing.arrive(form.signature(), origin);
        signing.settled(() -> writeOnce(slug, form, mission, arrival, otherwise));
    }

    private void writeOnce(String slug, OwnLetterForm form, Mission mission, Arrival arrival, Language otherwise) {
        var now = clock.instant();
        var campaign = Campaign.publicNamed(slug);
        if (!campaign.takesOwnLetters() || !campaign.takesSignatures(now)) {
            throw Refusal.wrongState("This campaign takes no letters of supporters’ own now.");
        }
        var typed = form.signature();
        var person = typed.person();
        var index = signing.index(person);
        var known = Signature.ofPerson(campaign, index);
        if (known.isPresent() && (arrival.verdict().held() || !known.get().mayMailLetter())) {
            return;
        }
        var fresh = signing.fresh(campaign, typed, person, arrival, otherwise, now);
        var writer = known.or(() -> signing.newcomer(fresh, person));
        if (writer.isEmpty()) {
            return;
        }
        var signature = writer.get();
        if (known.isPresent() && signature.status == SignatureStatus.PENDING) {
            // Confirming the letter confirms the signature too: it must not show more than this form allows.
            signature.correct(fresh, person, vault);
        }
        var confirmation = signature.newLetterConfirmation(now);
        signature.persistAndFlush();
        var letter = new OwnLetter();
        letter.id = UUID.randomUUID();
        letter.signature = signature;
        letter.missionCode = mission.code();
        letter.channel = Channel.valueOf(form.channel());
        letter.disclosure = typed.chosenDisclosure();
        letter.language = language(campaign, form, otherwise);
        letter.letterVersion = campaign.letterVersion;
        letter.state = OwnLetterState.PENDING;
        letter.confirmationHash = confirmation.hash();
        letter.confirmBy = now.plus(Signature.CONFIRM_WITHIN);
        letter.createdAt = now;
        letter.seal(OwnWords.of(person, form.words(), form.drawn(letter.disclosure)), vault);
        letter.persist();
        var line = paper.line(letter.disclosure, typed.country().strip(), person, signature.language);
        mail.askToConfirm(signature, person, confirmation, line);
    }
}

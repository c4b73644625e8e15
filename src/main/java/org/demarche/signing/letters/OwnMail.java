package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.letter.RenderedLetter;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.privacy.Vault;

/** Own letters for the writer's own mail program. */
@ApplicationScoped
public class OwnMail {

    private final OwnLetterPaper paper;
    private final Missions missions;
    private final DemarcheConfig config;
    private final Vault vault;
    private final Clock clock;

    OwnMail(OwnLetterPaper paper, Missions missions, DemarcheConfig config, Vault vault, Clock clock) {
        this.paper = paper;
        this.missions = missions;
        this.config = config;
        this.vault = vault;
        this.clock = clock;
    }

    /** The link for a form without flaws. */
    public String link(Campaign campaign, OwnLetterForm form, Mission mission, Language language) {
        var typed = form.signature();
        var line = paper.line(typed.chosenDisclosure(), typed.country().strip(), typed.person(), language);
        return link(campaign, paper.of(campaign, form, mission, language), mission, form.words(), line);
    }

    /** The link for a stored letter. */
    public String link(OwnLetter letter) {
        var words = letter.words(vault);
        var signature = letter.signature;
        var line = paper.line(letter.disclosure(), signature.country, words.writer(), letter.language);
        var mission = missions.byCode(letter.missionCode).orElseThrow();
        return link(signature.campaign, paper.of(letter), mission, words.paragraph(), line);
    }

    private String link(Campaign campaign, RenderedLetter letter, Mission mission, String words, String line) {
        var note = Wording.of(LetterMessages.class, letter.language())
                .shortened(config.baseUrl() + "/campaigns/" + campaign.slug);
        return MailLink.of(
                mission.verifiedAddress(clock.instant()), letter.subject(), MailLink.body(letter, words, line, note));
    }
}

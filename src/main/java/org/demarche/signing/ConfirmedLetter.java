package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.common.Language;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.privacy.Vault;

/** What the writer of an own letter is shown of it when they confirm; nothing sealed in a process that cannot open. */
@ApplicationScoped
class ConfirmedLetter {

    private final OwnLetterPaper paper;
    private final OwnMail ownMail;
    private final Missions missions;
    private final Vault vault;

    ConfirmedLetter(OwnLetterPaper paper, OwnMail ownMail, Missions missions, Vault vault) {
        this.paper = paper;
        this.ownMail = ownMail;
        this.missions = missions;
        this.vault = vault;
    }

    /** The mission it goes to. */
    String to(OwnLetter letter, Language language) {
        return missions.byCode(letter.missionCode)
                .map((Mission mission) -> mission.nameIn(language))
                .orElse(letter.missionCode);
    }

    /** The line it stands under; null where there is none. */
    String line(OwnLetter letter, Language language) {
        return vault.opens() && letter.disclosure.listed()
                ? paper.line(
                        letter.disclosure,
                        letter.signature.country,
                        letter.words(vault).writer(),
                        language)
                : null;
    }

    /** The link that opens it in the writer's mail program; null where it travels otherwise. */
    String mailto(OwnLetter letter) {
        return letter.channel == Channel.OWN_MAIL && vault.opens() && letter.disclosure.listed()
                ? ownMail.link(letter)
                : null;
    }
}

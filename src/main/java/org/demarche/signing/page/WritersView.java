package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.privacy.Vault;
import org.demarche.signing.Signature;
import org.demarche.signing.letters.Channel;
import org.demarche.signing.letters.LetterProgress;
import org.demarche.signing.letters.OwnLetter;
import org.demarche.signing.letters.OwnLetterPaper;
import org.demarche.signing.letters.OwnLetterState;
import org.demarche.signing.letters.OwnMail;

/** What the writer of an own letter is shown of it; nothing sealed in a process that cannot open. */
@ApplicationScoped
class WritersView {

    private final OwnLetterPaper paper;
    private final OwnMail ownMail;
    private final Missions missions;
    private final LetterProgress progress;
    private final Vault vault;

    WritersView(OwnLetterPaper paper, OwnMail ownMail, Missions missions, LetterProgress progress, Vault vault) {
        this.paper = paper;
        this.ownMail = ownMail;
        this.missions = missions;
        this.progress = progress;
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
        return vault.opens() && letter.disclosure().listed()
                ? paper.line(
                        letter.disclosure(),
                        letter.signature.country,
                        letter.words(vault).writer(),
                        language)
                : null;
    }

    /** The own paragraphs, as they were written. */
    List<String> words(OwnLetter letter) {
        return vault.opens() && letter.sealedWords != null
                ? letter.words(vault)
                        .paragraph()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    /** All letters of a signature, for their writer. */
    List<MyView.Letter> all(Signature signature, Language language) {
        return OwnLetter.of(signature.id).stream()
                .map(letter ->
                        new MyView.Letter(to(letter, language), letter.channel.name(), words(letter), progress(letter)))
                .toList();
    }

    private String progress(OwnLetter letter) {
        if (letter.state == OwnLetterState.PENDING) {
            return "PENDING";
        }
        if (letter.channel != Channel.PLATFORM) {
            return "YOURS";
        }
        var stage = progress.of(letter.id);
        return stage == LetterProgress.Stage.WAITING && !letter.mayLeave() ? "STOPPED" : stage.name();
    }

    /** The link that opens it in the writer's mail program; null where it travels otherwise. */
    String mailto(OwnLetter letter) {
        return letter.channel == Channel.OWN_MAIL
                        && vault.opens()
                        && letter.disclosure().listed()
                ? ownMail.link(letter)
                : null;
    }
}

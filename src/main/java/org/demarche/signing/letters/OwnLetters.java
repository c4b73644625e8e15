package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Token;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.privacy.Vault;
import org.demarche.signing.DisclosureChosen;
import org.demarche.signing.MailedLink;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStopped;
import org.demarche.signing.UnconfirmedOver;

/** The own letters that are stored: which may leave, and what befalls them with their signature. */
@ApplicationScoped
public class OwnLetters implements HoldsPersonalData, MailedLink {

    private final Vault vault;
    private final Clock clock;
    private final Event<LettersRecalled> recalled;

    OwnLetters(Vault vault, Clock clock, Event<LettersRecalled> recalled) {
        this.vault = vault;
        this.clock = clock;
        this.recalled = recalled;
    }

    /**
     * The letter, where it may leave at this moment; its signature is locked until the transaction ends, so that
     * nobody withdraws between this look and the queue.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<OwnLetter> releasable(UUID id) {
        OwnLetter letter = OwnLetter.findById(id);
        if (letter == null) {
            return Optional.empty();
        }
        Signature.getEntityManager().refresh(letter.signature, LockModeType.PESSIMISTIC_WRITE);
        OwnLetter.getEntityManager().refresh(letter);
        return Optional.of(letter).filter(OwnLetter::mayLeave);
    }

    /** The letter behind a link that can still be used; empty for that of a signature. */
    @Transactional
    public Optional<OwnLetter> behind(Token token) {
        return OwnLetter.byConfirmation(token).filter(letter -> letter.canBeConfirmed(clock.instant()));
    }

    @Override
    @Transactional
    public Optional<Signature> signature(Token token) {
        return behind(token).map(letter -> letter.signature);
    }

    @Override
    @Transactional
    public void confirm(Token token) {
        behind(token).ifPresent(OwnLetter::confirm);
    }

    /** The newest confirmed letter of a signature. */
    public Optional<OwnLetter> newest(Signature signature) {
        return OwnLetter.of(signature.id).stream()
                .filter(letter -> letter.state == OwnLetterState.CONFIRMED)
                .findFirst();
    }

    /** The signer chose anew what missions see: what has not left goes back to staff, and shows no more than that. */
    void disclose(@Observes DisclosureChosen chosen) {
        var signature = chosen.signature();
        var initials = chosen.initials();
        for (var letter : OwnLetter.of(signature.id)) {
            letter.limitedTo = signature.disclosure;
            if (initials != null && letter.sealedWords != null) {
                letter.seal(letter.words(vault).withInitials(initials.isEmpty() ? null : initials), vault);
            }
        }
        recall(signature.id, "the writer changed what the mission may see");
    }

    void stop(@Observes SignatureStopped stopped) {
        recall(stopped.signature(), stopped.why());
    }

    void forget(@Observes UnconfirmedOver over) {
        OwnLetter.delete("state = ?1 and confirmBy < ?2", OwnLetterState.PENDING, over.before());
    }

    /** Takes back what has not left. */
    private void recall(UUID signature, String why) {
        recalled.fire(new LettersRecalled(signature, why));
    }

    @Override
    @Transactional
    public Map<String, Object> export(UUID signature) {
        var all = new ArrayList<Map<String, Object>>();
        for (var letter : OwnLetter.of(signature)) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("mission", letter.missionCode);
            fields.put("channel", letter.channel);
            fields.put("disclosure", letter.disclosure());
            fields.put("language", letter.language.tag());
            fields.put("state", letter.state);
            fields.put("createdAt", letter.createdAt);
            if (vault.opens() && letter.sealedWords != null) {
                var words = letter.words(vault);
                fields.put("paragraph", words.paragraph());
                fields.put("drawn", words.drawn());
            }
            all.add(fields);
        }
        return Map.of("letters", all);
    }

    @Override
    @Transactional
    public void erase(UUID signature) {
        OwnLetter.of(signature).forEach(OwnLetter::erase);
        recall(signature, "withdrawn");
    }
}

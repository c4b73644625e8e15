package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Circular;
import org.demarche.letter.Layout;
import org.demarche.mission.Countries;
import org.demarche.mission.Mission;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.LineOrder;
import org.hibernate.query.NativeQuery;

/** The own letters to one mission as they are bound into volumes: who is among them, and each ready for the press. */
@ApplicationScoped
public class BoundLetters {

    /** One letter on a frozen list, under the choice that held when it was frozen. */
    public record Frozen(UUID letter, UUID signature, Disclosure disclosure) {}

    /**
     * @param frozen which letter it is, under the choice that holds now
     * @param line who wrote it, as disclosed, in the language of the volume
     */
    public record Bound(Frozen frozen, Circular.Copy copy, String line) {}

    /** What the letters of one volume share. */
    public final class Run {
        private final Campaign campaign;
        private final Mission mission;
        private final LocalDate date;
        private final Language volume;
        private final Layout.Paper sheet;
        private final Map<Edition, Circular> circulars = new HashMap<>();

        private record Edition(int version, Language language) {}

        private Run(Campaign campaign, Mission mission, LocalDate date, Language volume, Layout.Paper sheet) {
            this.campaign = campaign;
            this.mission = mission;
            this.date = date;
            this.volume = volume;
            this.sheet = sheet;
        }

        private Circular circular(OwnLetter letter) {
            return circulars.computeIfAbsent(
                    new Edition(letter.letterVersion, letter.language),
                    e -> letters.circular(campaign, e.version, e.language, mission, date, sheet));
        }
    }

    private final EntityManager em;
    private final OwnLetterPaper paper;
    private final CampaignLetter letters;
    private final Vault vault;

    BoundLetters(EntityManager em, OwnLetterPaper paper, CampaignLetter letters, Vault vault) {
        this.em = em;
        this.paper = paper;
        this.letters = letters;
        this.vault = vault;
    }

    /**
     * The newest letter of everybody who wrote to the mission through the platform, whom the ledger counts up to this size
     * and who stands on a line.
     */
    @Transactional
    public List<Frozen> freeze(Campaign campaign, String mission, long ledgerSize, LineOrder order) {
        List<?> rows = em.createNativeQuery(
                        "select o.id, o.signature_id, o.disclosure, o.limited_to from own_letter o"
                                + " join ledger_leaf l on l.signature_id = o.signature_id"
                                + " join signature s on s.id = o.signature_id"
                                + " where l.campaign_id = ?1 and l.place < ?2 and s.status = 'CONFIRMED'"
                                + " and o.mission_code = ?3 and o.state = 'CONFIRMED' and o.channel = 'PLATFORM'"
                                + " order by " + order.sql() + ", o.created_at desc, o.id",
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("signature_id", UUID.class)
                .addScalar("disclosure", String.class)
                .addScalar("limited_to", String.class)
                .setParameter(1, campaign.id)
                .setParameter(2, ledgerSize)
                .setParameter(3, mission)
                .getResultList();
        var frozen = new ArrayList<Frozen>(rows.size());
        var writers = new HashSet<UUID>();
        for (var row : rows) {
            var cells = (Object[]) row;
            var shown = Disclosure.valueOf((String) cells[2]);
            if (cells[3] != null) shown = shown.narrower(Disclosure.valueOf((String) cells[3]));
            if (writers.add((UUID) cells[1]) && shown.listed()) {
                frozen.add(new Frozen((UUID) cells[0], (UUID) cells[1], shown));
            }
        }
        return frozen;
    }

    /**
     * Begins a run over the letters of one volume.
     *
     * @param date on every letter, whichever day it is printed
     * @param sheet the paper of the volume
     * @throws Refusal 503 where this process may not open letters
     */
    public Run run(Campaign campaign, Mission mission, LocalDate date, Language volume, Layout.Paper sheet) {
        if (!vault.opens()) {
            throw Refusal.unavailable("This machine may not open letters.");
        }
        return new Run(campaign, mission, date, volume, sheet);
    }

    /**
     * These letters, opened one by one; without those that were withdrawn since the list was frozen. Whoever chose to show
     * less since then is shown so; who chose to show more, as on the list.
     */
    @Transactional
    public List<Bound> open(List<Frozen> frozen, Run run) {
        var byId = new HashMap<UUID, OwnLetter>();
        OwnLetter.<OwnLetter>list(
                        "from OwnLetter l join fetch l.signature where l.id in ?1",
                        frozen.stream().map(Frozen::letter).toList())
                .forEach(letter -> byId.put(letter.id, letter));
        var bound = new ArrayList<Bound>(frozen.size());
        for (var line : frozen) {
            var letter = byId.get(line.letter());
            if (letter == null || !letter.mayLeave()) continue;
            var shown = line.disclosure().narrower(letter.disclosure());
            if (shown.listed()) bound.add(open(new Frozen(letter.id, line.signature(), shown), letter, run));
        }
        return bound;
    }

    private Bound open(Frozen line, OwnLetter letter, Run run) {
        var shown = line.disclosure();
        var words = letter.words(vault);
        var country = letter.signature.country;
        var writer = paper.writer(
                paper.shown(shown, country, words.writer(), letter.language),
                Countries.name(country, letter.language),
                words.drawn(shown),
                letter.language);
        var copy = run.circular(letter).by(writer, words.paragraph());
        if (!copy.missing().isEmpty()) {
            throw Refusal.wrongState("Letter " + letter.id + " lacks: " + String.join(", ", copy.missing()) + ".");
        }
        return new Bound(line, copy, paper.line(shown, country, words.writer(), run.volume));
    }
}

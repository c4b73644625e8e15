package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.mission.Countries;
import org.demarche.mission.Regions;
import org.demarche.privacy.Vault;
import org.hibernate.query.NativeQuery;

/** The signers of a campaign as they may be printed: opened only as far as each one chose. */
@ApplicationScoped
public class PrintedLines {

    /** One signer on a frozen list, under the choice that held when it was frozen. */
    public record Frozen(UUID signature, Disclosure disclosure) {}

    private final EntityManager em;
    private final Vault vault;
    private final Regions regions;
    private final SigningConfig config;

    PrintedLines(EntityManager em, Vault vault, Regions regions, SigningConfig config) {
        this.em = em;
        this.vault = vault;
        this.regions = regions;
        this.config = config;
    }

    /** Everybody the ledger counts up to this size who has not withdrawn since; never in the order of signing, which could
     * be held against the public page.
     */
    @Transactional
    public List<Frozen> freeze(Campaign campaign, long ledgerSize, LineOrder order) {
        List<?> rows = em.createNativeQuery(
                        "select s.id, s.disclosure from ledger_leaf l join signature s on s.id = l.signature_id where"
                                + " l.campaign_id = ?1 and l.place < ?2 and s.status = 'CONFIRMED' order by "
                                + order.sql(),
                        Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("disclosure", String.class)
                .setParameter(1, campaign.id)
                .setParameter(2, ledgerSize)
                .getResultList();
        List<Frozen> frozen = new ArrayList<>(rows.size());
        for (var row : rows) {
            var cells = (Object[]) row;
            frozen.add(new Frozen((UUID) cells[0], Disclosure.valueOf((String) cells[1])));
        }
        return frozen;
    }

    /** Those of a frozen list who have not withdrawn since, each under the narrower of the choices then and now. */
    @Transactional
    public List<Frozen> settle(List<Frozen> frozen) {
        Map<UUID, Disclosure> now = new java.util.HashMap<>();
        em.createQuery("select s.id, s.disclosure from Signature s where s.id in ?1 and s.status = ?2", Object[].class)
                .setParameter(1, frozen.stream().map(Frozen::signature).toList())
                .setParameter(2, SignatureStatus.CONFIRMED)
                .getResultList()
                .forEach(row -> now.put((UUID) row[0], (Disclosure) row[1]));
        return frozen.stream()
                .filter(line -> now.containsKey(line.signature()))
                .map(line -> new Frozen(line.signature(), line.disclosure().narrower(now.get(line.signature()))))
                .toList();
    }

    /**
     * The lines of these signers in a language; those who withdrew since are left out, those only counted have none. Who
     * chose to show less since the list was frozen is printed so; who chose to show more, as on the list.
     */
    @Transactional
    public List<Disclosed> print(List<Frozen> frozen, Language language) {
        var listed = frozen.stream().filter(f -> f.disclosure().listed()).toList();
        Map<UUID, Signature> byId = new java.util.HashMap<>();
        Signature.<Signature>list(
                        "id in ?1", listed.stream().map(Frozen::signature).toList())
                .forEach(s -> byId.put(s.id, s));
        List<Disclosed> lines = new ArrayList<>(listed.size());
        for (var line : listed) {
            var signature = byId.get(line.signature());
            if (signature != null && signature.status == SignatureStatus.CONFIRMED) {
                print(signature, line.disclosure().narrower(signature.disclosure), language)
                        .ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<Disclosed> print(Signature signature, Disclosure disclosure, Language language) {
        var country = Countries.name(signature.country, language);
        // What is not going to be printed is not even opened.
        var person = disclosure.compareTo(Disclosure.COUNTRY) >= 0 ? null : signature.person(vault);
        if (person != null && !signature.wordsMayBeShown(config.unreadWords())) {
            person = person.withoutComment();
        }
        return Disclosed.of(disclosure, person, country, code -> regions.name(code, language));
    }

    /** How many chose what. */
    public static Map<Disclosure, Long> byDisclosure(List<Frozen> frozen) {
        var counts = new EnumMap<Disclosure, Long>(Disclosure.class);
        frozen.forEach(f -> counts.merge(f.disclosure(), 1L, Long::sum));
        return counts;
    }
}

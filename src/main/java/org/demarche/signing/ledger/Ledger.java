package org.demarche.signing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.database.Times;
import org.demarche.signing.page.Receipt;
import org.hibernate.Session;

/**
 * The append-only log of confirmed signatures (RFC 9162 hashing). An entry says campaign, letter version, hour and
 * country; its salt is with the signer alone and is destroyed with an erasure, while the leaf stays.
 */
@ApplicationScoped
public class Ledger {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    /** What the log records of one signature, and whose it is. */
    public record Signed(UUID signature, String country, int letterVersion, Instant confirmedAt) {}

    /** A published state of the log. */
    public record Head(long size, String root, Instant asOf, byte[] signature) {}

    /**
     * What a signer needs to check that they are counted, now or years later; docs/verify-receipt.md says how.
     *
     * @param proof nearest sibling first; all hashes in hex
     * @param signature of the head, and {@code publicKey}, in base64
     */
    public record Receipt(
            long leafIndex,
            String leaf,
            String salt,
            String entry,
            List<String> proof,
            long size,
            String root,
            Instant asOf,
            String signature,
            String publicKey) {}

    private final EntityManager em;
    private final LedgerKey key;

    Ledger(EntityManager em, LedgerKey key) {
        this.em = em;
        this.key = key;
    }

    /**
     * Appends a leaf for each signature and publishes the new head. The caller holds the campaign's count lock, so
     * that one writer appends at a time.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Campaign campaign, List<Signed> signatures, Instant now) {
        long size = head(campaign.id).map(Head::size).orElse(0L);
        var growth = new Growth(campaign.id, size, (level, place) -> node(campaign.id, level, place));
        for (var signature : signatures) {
            var salt = new byte[SALT_BYTES];
            RANDOM.nextBytes(salt);
            growth.add(entry(campaign, signature), salt, signature.signature());
        }
        em.unwrap(Session.class).doWork(growth::write);
        publish(campaign, growth.size(), now.truncatedTo(ChronoUnit.SECONDS));
    }

    private void publish(Campaign campaign, long size, Instant asOf) {
        var root = MerkleTree.root((level, place) -> node(campaign.id, level, place), size);
        em.createNativeQuery(
                        "insert into ledger_head (campaign_id, size, root, signature, as_of) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, campaign.id)
                .setParameter(2, size)
                .setParameter(3, root)
                .setParameter(4, key.sign(campaign.slug, size, HEX.formatHex(root), asOf))
                .setParameter(5, asOf)
                .executeUpdate();
    }

    /** RFC 8785 canonical JSON: keys in order, no white space. The hour, not the second, so that nobody is timed. */
    private static String entry(Campaign campaign, Signed signature) {
        return "{\"campaign\":\"" + campaign.slug + "\",\"confirmedAt\":\""
                + signature.confirmedAt().truncatedTo(ChronoUnit.HOURS) + "\",\"country\":\"" + signature.country()
                + "\",\"letterVersion\":" + signature.letterVersion() + "}";
    }

    /** The newest published head; empty while nothing was counted. */
    @Transactional
    public Optional<Head> head(UUID campaign) {
        List<?> rows = em.createNativeQuery(
                        "select size, root, as_of, signature from ledger_head where campaign_id = ?1 order by size desc",
                        Object[].class)
                .setParameter(1, campaign)
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Head(
                        ((Number) row[0]).longValue(), HEX.formatHex((byte[]) row[1]), Times.instant(row[2]), (byte[])
                                row[3]));
    }

    /** The newest head, or the signed head of an empty log. */
    @Transactional
    public Head head(Campaign campaign) {
        return head(campaign.id).orElseGet(() -> {
            var root = HEX.formatHex(MerkleTree.emptyRoot());
            return new Head(0, root, campaign.createdAt, key.sign(campaign.slug, 0, root, campaign.createdAt));
        });
    }

    /** The receipt of a counted signature against the newest head; empty while it waits to be counted, or was erased. */
    @Transactional
    public Optional<Receipt> receipt(UUID campaign, UUID signature) {
        List<?> rows = em.createNativeQuery(
                        "select place, hash, salt, entry from ledger_leaf where signature_id = ?1 and salt is not null",
                        Object[].class)
                .setParameter(1, signature)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .flatMap(row -> head(campaign).map(head -> {
                    long place = ((Number) row[0]).longValue();
                    var proof = MerkleTree.proof((level, at) -> node(campaign, level, at), place, head.size());
                    return new Receipt(
                            place,
                            HEX.formatHex((byte[]) row[1]),
                            HEX.formatHex((byte[]) row[2]),
                            (String) row[3],
                            proof.stream().map(HEX::formatHex).toList(),
                            head.size(),
                            head.root(),
                            head.asOf(),
                            Base64.getEncoder().encodeToString(head.signature()),
                            Base64.getEncoder().encodeToString(key.publicKey()));
                }));
    }

    /** Whether we published this root for a log of this size. */
    @Transactional
    public boolean published(UUID campaign, long size, String root) {
        List<?> rows = em.createNativeQuery(
                        "select root from ledger_head where campaign_id = ?1 and size = ?2", byte[].class)
                .setParameter(1, campaign)
                .setParameter(2, size)
                .getResultList();
        return rows.stream().anyMatch(row -> HEX.formatHex((byte[]) row).equals(root));
    }

    /** Cuts the tie between a person and their leaf for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID signature) {
        em.createNativeQuery("update ledger_leaf set salt = null, signature_id = null where signature_id = ?1")
                .setParameter(1, signature)
                .executeUpdate();
    }

    /** Those of these signatures that have a leaf. */
    public Set<UUID> held(Collection<UUID> signatures) {
        if (signatures.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(em.unwrap(Session.class)
                .createNativeQuery(
                        "select signature_id from ledger_leaf where signature_id in (:signatures)", UUID.class)
                .addScalar("signature_id", UUID.class)
                .setParameterList("signatures", signatures, UUID.class)
                .getResultList());
    }

    private byte[] node(UUID campaign, int level, long place) {
        var query = level == 0
                ? em.createNativeQuery(
                        "select hash from ledger_leaf where campaign_id = ?1 and place = ?2", byte[].class)
                : em.createNativeQuery(
                                "select hash from ledger_node where campaign_id = ?1 and place = ?2 and level = ?3",
                                byte[].class)
                        .setParameter(3, level);
        return (byte[]) query.setParameter(1, campaign).setParameter(2, place).getSingleResult();
    }
}

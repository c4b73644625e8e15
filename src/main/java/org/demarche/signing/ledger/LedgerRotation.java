package org.demarche.signing.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.demarche.campaign.Campaign;
import org.demarche.common.DemarcheConfig;
import org.demarche.privacy.KeyMarks;
import org.demarche.privacy.SigningKey;

/** Replaces the key of the ledgers while the house is stopped; the old key vouches for the new one in its last act. */
@ApplicationScoped
public class LedgerRotation {

    /**
     * What is to be published.
     *
     * @param signature by the old key over {@code demarche-ledger-key ‖ 0x0A ‖ new key in base64}
     */
    public record Succession(String oldKey, String newKey, String signature) {}

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final EntityManager em;
    private final Ledger ledger;
    private final KeyMarks marks;
    private final DemarcheConfig config;
    private final Clock clock;

    LedgerRotation(EntityManager em, Ledger ledger, KeyMarks marks, DemarcheConfig config, Clock clock) {
        this.em = em;
        this.ledger = ledger;
        this.marks = marks;
        this.config = config;
        this.clock = clock;
    }

    /** A new key, under which the newest head of every campaign is signed anew; earlier heads stay as they are. */
    @Transactional
    public Succession rotate() throws GeneralSecurityException {
        var old = SigningKey.loadOrCreate(config.dataDir(), LedgerKey.NAME);
        var oldName = LedgerKey.NAME + "-until-" + clock.instant().getEpochSecond();
        var fresh = SigningKey.replace(config.dataDir(), LedgerKey.NAME, oldName);
        marks.replace(LedgerKey.NAME, fresh.publicKey());
        for (Campaign campaign : Campaign.<Campaign>listAll()) {
            ledger.head(campaign.id).ifPresent(head -> signAnew(campaign, head, fresh));
        }
        var newKey = BASE64.encodeToString(fresh.publicKey());
        var vouched = old.sign(("demarche-ledger-key\n" + newKey).getBytes(StandardCharsets.UTF_8));
        return new Succession(BASE64.encodeToString(old.publicKey()), newKey, BASE64.encodeToString(vouched));
    }

    private void signAnew(Campaign campaign, Ledger.Head head, SigningKey key) {
        em.createNativeQuery("update ledger_head set signature = ?1 where campaign_id = ?2 and size = ?3 and root = ?4")
                .setParameter(1, key.sign(LedgerKey.statement(campaign.slug, head.size(), head.root(), head.asOf())))
                .setParameter(2, campaign.id)
                .setParameter(3, head.size())
                .setParameter(4, HexFormat.of().parseHex(head.root()))
                .executeUpdate();
    }
}
